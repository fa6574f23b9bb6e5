package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

    private final Secrets secrets = new Secrets(name -> Optional.ofNullable(
            Map.of("DB_PASSWORD", "p$1\\x", "DB_USER", "p$1\\x-reader").get(name)));

    @Test
    void areResolvedWhereTheyStand() {
        assertThat(secrets.resolve("user=${env:DB_USER}&password=${env:DB_PASSWORD}"))
                .isEqualTo("user=p$1\\x-reader&password=p$1\\x");
    }

    @Test
    void areRedactedOnceTheyWereResolved() {
        String url = secrets.resolve("jdbc:x?user=${env:DB_USER}&password=${env:DB_PASSWORD}");

        assertThat(secrets.redact("cannot connect to " + url))
                .isEqualTo("cannot connect to jdbc:x?user=${env:DB_USER}&password=${env:DB_PASSWORD}");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> secrets.resolve("${env:TOKEN}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable TOKEN is not set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password|hunter2|true",
                "password|${env:DB_PASSWORD}|false",
                "spark.hadoop.fs.s3a.secret.key|AKIA|true",
                "url|jdbc:postgresql://h/d?user=a&password=hunter2|true",
                "url|jdbc:postgresql://h/d?password=${env:DB_PASSWORD}|false",
                "url|https://user:hunter2@host/|true",
                "url|https://user:${env:DB_PASSWORD}@host/|false",
                "header|true|false"
            })
    void areSeenWhenTheyStandInClear(String key, String text, boolean inClear) {
        assertThat(Secrets.isInClear(key, text)).isEqualTo(inClear);
    }
}
