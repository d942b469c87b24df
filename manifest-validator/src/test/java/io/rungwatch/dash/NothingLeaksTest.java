package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What XML parsers have leaked and burnt for twenty years: hostile input 19. */
@AnalyzeClasses(packages = "io.rungwatch", importOptions = DoNotIncludeTests.class)
class NothingLeaksTest {
    private static final String SECRET = "TOP-SECRET";

    @ArchTest
    static final ArchRule NO_OTHER_XML = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
            .because("the JDK's XML parsers read local files for whoever writes the manifest: use XmlReader");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE MPD [<!ENTITY x SYSTEM 'FILE'>]><MPD ATTRS><BaseURL>&x;</BaseURL></MPD>",
                "<!DOCTYPE MPD SYSTEM 'FILE'><MPD ATTRS/>",
                "<!DOCTYPE MPD PUBLIC '-//x//y' 'NET'><MPD ATTRS/>",
                "<!DOCTYPE MPD [<!ENTITY % p SYSTEM 'FILE'>%p;]><MPD ATTRS/>",
                "<!DOCTYPE MPD [<!ENTITY % p SYSTEM 'NET'>%p;]><MPD ATTRS id='&q;'/>",
                "<!DOCTYPE MPD [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><MPD ATTRS>&b;</MPD>",
                "<!DOCTYPE MPD [<!ELEMENT MPD ANY><!ATTLIST MPD id CDATA 'x'>]><MPD ATTRS/>"
            })
    void aDocumentTypeEndsTheReading(String text) throws IOException {
        DashDocument document = parse(text);

        assertThat(document.malformed()).isTrue();
        assertThat(document).isInstanceOf(NotMpd.class);
        assertThat(document.problems()).extracting(Problem::kind).containsExactly(ProblemKind.DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<MPD ATTRS xmlns:xi='http://www.w3.org/2001/XInclude'><BaseURL><xi:include href='FILE' parse='text'/></BaseURL></MPD>",
                "<?xml-stylesheet type='text/xsl' href='FILE'?><MPD ATTRS/>",
                "<MPD ATTRS xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x NET'/>",
                "<MPD ATTRS xml:base='FILE'><BaseURL>a</BaseURL></MPD>",
                "<MPD ATTRS><Period xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='NET' xlink:actuate='onLoad'/></MPD>"
            })
    void whatPointsElsewhereIsOnlyText(String text) throws IOException {
        assertThat(parse(text)).isInstanceOf(Mpd.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&x;", "&nbsp;", "&#0;", "&#xffff;", "&#99999999999;", "&;", "& "})
    void onlyTheFiveEntitiesAndRealCharacters(String reference) throws IOException {
        assertThat(parse("<MPD ATTRS id='" + reference + "'/>").malformed()).isTrue();
    }

    @Test
    @Timeout(20)
    void aBombHasNothingToExplode() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE MPD [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 100; i++) {
            bomb.append("<!ENTITY e").append(i).append(" '");
            bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
        }
        assertThat(parse(bomb + "]><MPD ATTRS>&e99;</MPD>").malformed()).isTrue();
    }

    /** Reads it with a secret in the file and a listener on the address that it may name; neither may be touched. */
    private DashDocument parse(String text) throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, SECRET);
        try (ServerSocket listener = new ServerSocket(0)) {
            listener.setSoTimeout(1);
            DashDocument document =
                    Dash.parse(text.replace("FILE", secret.toUri().toString())
                            .replace("NET", "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd")
                            .replace("ATTRS", "xmlns='urn:mpeg:dash:schema:mpd:2011'")
                            .getBytes(UTF_8));
            assertThat(document.toString()).doesNotContain(SECRET);
            assertThat(called(listener)).isFalse();
            return document;
        }
    }

    private static boolean called(ServerSocket listener) throws IOException {
        try {
            listener.accept().close();
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }
}
