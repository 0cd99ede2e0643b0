/**
 * What a scheme runs on: budgets, calendars, notices, insurers, clauses, memberships; each change
 * by two persons.
 */
@NullMarked
package org.firstbatch.programme;

import org.jspecify.annotations.NullMarked;
