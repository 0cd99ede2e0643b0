/**
 * The records that several functions read: insurers, clauses, calendars, budgets, notices,
 * certificates, policies, filings, claims, plans, with their keys. Each is written by the function
 * that owns it.
 */
@NullMarked
package org.firstbatch.casework.file;

import org.jspecify.annotations.NullMarked;
