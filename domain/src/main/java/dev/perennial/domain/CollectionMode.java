package dev.perennial.domain;

/** Who starts a payment: the vendor (AUTO) or the subscriber (MANUAL). */
public enum CollectionMode {
  AUTO,
  MANUAL
}
