package dev.perennial.ingest.ndjson;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the bounds of streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NdjsonProperties.class)
class NdjsonConfiguration {}
