package dev.perennial.backends;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Shares one {@link Backends} among all test classes of a JVM; JUnit's root store closes it. */
final class BackendsExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(BackendsExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithBackends.class)
        .ifPresent(wanted -> shared(context).start(wanted.value()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Backends.class || type == TestNames.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Backends.class ? shared(context) : names(context);
  }

  private static Backends shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(SharedBackends.class, key -> SharedBackends.create(), SharedBackends.class)
        .backends();
  }

  /** The same names in a test and in the methods around it. */
  private static TestNames names(ExtensionContext context) {
    return context
        .getStore(OURS)
        .computeIfAbsent(TestNames.class, key -> TestNames.fresh(), TestNames.class);
  }
}
