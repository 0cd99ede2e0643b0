package org.firstbatch.casework.http;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Role;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a route; whoever is not named may not.
 *
 * @param isPublic no token is needed
 * @param anyPerson any person with a token, with or without a membership
 * @param roles the roles, each with the capacities that suffice
 * @param otherwise where everybody else finds something like it; null when there is nothing to say
 */
public record Access(
    boolean isPublic, boolean anyPerson, Map<Role, Set<Capacity>> roles, @Nullable Text otherwise) {

  public Access {
    roles = Map.copyOf(roles);
  }

  /** Anybody, without a token. */
  public static Access open() {
    return new Access(true, false, Map.of(), null);
  }

  /** Any person with a token. */
  public static Access person() {
    return new Access(false, true, Map.of(), null);
  }

  /** Nobody yet: the roles are named one by one. */
  public static Access nobody() {
    return new Access(false, false, Map.of(), null);
  }

  /** Members of any capacity; auditors too, since they read everything. */
  public static Access readers(Role... roles) {
    Access access = nobody().and(Role.AUDITOR, Capacity.values());
    for (Role role : roles) {
      access = access.and(role, Capacity.values());
    }
    return access;
  }

  /** Members of one capacity in each of the roles. */
  public static Access of(Capacity capacity, Role... roles) {
    Access access = nobody();
    for (Role role : roles) {
      access = access.and(role, capacity);
    }
    return access;
  }

  /** These, and members of a role with any of the capacities. */
  public Access and(Role role, Capacity... capacities) {
    Map<Role, Set<Capacity>> more = new EnumMap<>(Role.class);
    more.putAll(roles);
    more.put(role, EnumSet.copyOf(Arrays.asList(capacities)));
    return new Access(isPublic, anyPerson, more, otherwise);
  }

  /** The same, and whoever is not named is told where to look. */
  public Access otherwise(Text elsewhere) {
    return new Access(isPublic, anyPerson, roles, elsewhere);
  }

  boolean admits(Membership membership) {
    return roles.getOrDefault(membership.role(), Set.of()).stream().anyMatch(membership::may);
  }

  Capacity capacityOf(Membership membership) {
    return roles.getOrDefault(membership.role(), Set.of()).stream()
        .filter(membership::may)
        .findFirst()
        .orElseThrow();
  }
}
