package org.firstbatch.measures.policy;

import org.firstbatch.measures.explain.UsedParameter;

/** A value of the edition together with where it comes from. */
record Used<T>(T value, UsedParameter parameter) {}
