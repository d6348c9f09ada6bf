package dev.socialhub.cli.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.socialhub.cli.prometheus.ScrapeConfig.Scraped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScrapeConfigTest {

    @Test
    void namesEachInstanceWithItsServiceInTheJobsOfTheKit() throws IOException {
        ScrapeConfig config =
                new ScrapeConfig(
                        List.of(
                                new Scraped("gateway", "gateway", "gateway", 9080),
                                new Scraped("services", "posts", "posts", 5001),
                                new Scraped("services", "posts", "posts-2", 5101)),
                        List.of(Path.of("/a folder/rules.yml")));
        JsonNode yaml = new YAMLMapper().readTree(config.text());
        assertThat(yaml.at("/rule_files/0").asText()).isEqualTo("/a folder/rules.yml");
        assertThat(yaml.at("/scrape_configs/0/job_name").asText()).isEqualTo("gateway");
        assertThat(yaml.at("/scrape_configs/0/static_configs/0/targets/0").asText())
                .isEqualTo("127.0.0.1:9080");
        assertThat(yaml.at("/scrape_configs/1/static_configs")).hasSize(2);
        JsonNode second = yaml.at("/scrape_configs/1/static_configs/1");
        assertThat(second.at("/labels/service").asText()).isEqualTo("posts");
        assertThat(second.at("/labels/instance").asText()).isEqualTo("posts-2");
    }
}
