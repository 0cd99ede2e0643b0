/**
 * The HTTP API on one machine: routes, tokens, payload format 2.0, and the issuer of the tokens.
 */
@NullMarked
package org.firstbatch.local.gateway;

import org.jspecify.annotations.NullMarked;
