/** Who acts, and as what: persons, memberships, roles, capacities, declared relations. */
@NullMarked
package org.firstbatch.casework.person;

import org.jspecify.annotations.NullMarked;
