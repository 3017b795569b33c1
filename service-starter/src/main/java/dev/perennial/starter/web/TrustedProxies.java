package dev.perennial.starter.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Takes a client's address, scheme and host from X-Forwarded-For, -Proto, -Host and -Port, if a
 * proxy sends them that is trusted; of several addresses the right-most that is no trusted proxy.
 * From anybody else they are headers like any other.
 */
record TrustedProxies(Set<String> networks)
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  /**
   * @param networks in CIDR notation
   * @throws IllegalArgumentException if one is none
   */
  TrustedProxies {
    networks = Set.copyOf(networks);
    networks.forEach(TrustedProxies::requireNetwork);
  }

  private static void requireNetwork(String network) {
    try {
      if (network.indexOf('/') > 0) {
        new NetMask(network);
        return;
      }
    } catch (IllegalArgumentException none) {
      // Told below, with the name of the property.
    }
    throw new IllegalArgumentException(
        "perennial.web.trusted-proxies has networks such as 10.0.0.0/8 or 192.0.2.7/32");
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    if (!networks.isEmpty()) {
      server.addEngineValves(valve());
    }
  }

  private RemoteIpValve valve() {
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(networks.stream().collect(Collectors.joining(",")));
    valve.setProtocolHeader("X-Forwarded-Proto");
    valve.setHostHeader("X-Forwarded-Host");
    valve.setPortHeader("X-Forwarded-Port");
    return valve;
  }
}
