package dev.perennial.backends;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a JUnit test class on real backends: one set a JVM, started when first asked for.
 *
 * <p>Constructors, lifecycle methods and tests may take a {@link Backends} and a {@link TestNames}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BackendsExtension.class)
public @interface WithBackends {
  /** What the class needs; it is running before the first test, started side by side. */
  Backend[] value();
}
