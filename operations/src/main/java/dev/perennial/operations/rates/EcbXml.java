package dev.perennial.operations.rates;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The bank's XML: an Envelope with a Cube a day, which has a Cube a currency. A document type is
 * refused, so that nothing outside the file is ever read and nothing in it multiplies.
 */
final class EcbXml {

  private static final String ENVELOPE = "Envelope";
  private static final String CUBE = "Cube";

  private EcbXml() {}

  static void read(byte[] bytes, DaysOfRates days) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      boolean root = true;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new MalformedRatesException(lineOf(xml), "a document type is not accepted");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          element(xml, root, days);
          root = false;
        }
      }
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
      throw new MalformedRatesException(line, "this is not well-formed XML");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static void element(XMLStreamReader xml, boolean root, DaysOfRates days) {
    if (root && !xml.getLocalName().equals(ENVELOPE)) {
      throw new MalformedRatesException(
          lineOf(xml), "the bank's files begin with an element Envelope");
    }
    if (!xml.getLocalName().equals(CUBE)) {
      return;
    }
    String time = attribute(xml, "time");
    String currency = attribute(xml, "currency");
    String rate = attribute(xml, "rate");
    if (time != null) {
      days.begin(date(time, lineOf(xml)), lineOf(xml));
    } else if (currency != null && rate != null) {
      days.add(currency, rate, lineOf(xml));
    } else if (currency != null || rate != null) {
      throw new MalformedRatesException(
          lineOf(xml), "a Cube has a currency and a rate, or neither");
    }
  }

  private static LocalDate date(String text, int line) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw new MalformedRatesException(line, "a date is written such as 2026-11-27");
    }
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    return xml.getAttributeValue(null, name);
  }

  private static int lineOf(XMLStreamReader xml) {
    return xml.getLocation().getLineNumber();
  }
}
