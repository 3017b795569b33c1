package dev.perennial.backends;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages as files, named by when they came: {@code <epoch milliseconds>-<count>.eml}. */
final class MailFolder {
  private static final String SUFFIX = ".eml";

  private final Path folder;
  private final Clock clock;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<Path, ReceivedMail> read = new ConcurrentHashMap<>();

  MailFolder(Path folder, Clock clock) {
    this.folder = PrivateFiles.folder(folder);
    this.clock = clock;
  }

  /** The file is there before the sender hears that its message was taken. */
  void keep(MimeMessage message) throws MessagingException {
    var name = "%013d-%06d".formatted(clock.millis(), count.incrementAndGet());
    var unfinished = folder.resolve(name);
    try {
      PrivateFiles.write(unfinished, "");
      try (var file = Files.newOutputStream(unfinished)) {
        message.writeTo(file);
      }
      Files.move(unfinished, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MessagingException("cannot keep the message", e);
    }
  }

  /** Oldest first. */
  List<ReceivedMail> all() {
    return files().stream().map(file -> read.computeIfAbsent(file, MailFolder::read)).toList();
  }

  void clear() {
    for (var file : files()) {
      read.remove(file);
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<Path> files() {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReceivedMail read(Path file) {
    var millis = Long.parseLong(file.getFileName().toString().split("-", 2)[0]);
    try (var bytes = Files.newInputStream(file)) {
      var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
      return MailReader.read(message, Instant.ofEpochMilli(millis));
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("a received message cannot be read: " + file, e);
    }
  }
}
