using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.LinkedData;
using Assay.Formats.Packs;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.LinkedData;

public sealed class LinkedDataTests
{
    private static readonly EvidenceSnapshot Embedded = EvidencePack.Embedded();

    [Fact]
    public void Everything_in_the_record_is_written_in_words_of_schema_org()
    {
        Assert.All(Embedded.Entities, entity => SchemaOrg.Holds(RecordLinkedData.OfEntity(Embedded, entity.EntityId, Published.Site)!));
        Assert.All(Embedded.Sources, source => SchemaOrg.Holds(RecordLinkedData.OfSource(Embedded, source.Id, Published.Site)!));
        SchemaOrg.Holds(RecordLinkedData.OfPacks(Embedded.Packs, Published.Site));
    }

    [Fact]
    public void What_the_record_does_not_know_has_no_document()
    {
        Assert.Null(RecordLinkedData.OfEntity(Embedded, new EntityId("no-such-thing"), Published.Site));
        Assert.Null(RecordLinkedData.OfSource(Embedded, new SourceId("no-such-page"), Published.Site));
    }

    [Fact]
    public void A_state_with_a_code_is_a_country_and_one_without_is_left_a_region()
    {
        var evidence = Record(State("nl", "iso3:NLD|wikidata:Q55"), State("hillfolk", ""));
        var country = Read(RecordLinkedData.OfEntity(evidence, new EntityId("nl"), Published.Site)!);
        Assert.Equal("Country", country.GetProperty("@type").GetString());
        Assert.Equal(["NL", "NLD", "Q55"], country.GetProperty("identifier").EnumerateArray().Select(id => id.GetProperty("value").GetString()));
        Assert.Equal("http://www.wikidata.org/entity/Q55", country.GetProperty("sameAs")[0].GetString());
        Assert.Equal("AdministrativeArea", Read(RecordLinkedData.OfEntity(evidence, new EntityId("hillfolk"), Published.Site)!).GetProperty("@type").GetString());
    }

    [Fact]
    public void A_place_that_stands_for_a_state_is_no_other_name_of_it()
    {
        var state = State("nl", "") with { Aliases = [new Alias("Lowland", false), new Alias("Hilltown", true)] };
        var names = Read(RecordLinkedData.OfEntity(Record(state), state.EntityId, Published.Site)!).GetProperty("alternateName").EnumerateArray().Select(name => name.GetString());
        Assert.Equal(["Lowland"], names);
    }

    [Fact]
    public void A_title_in_brackets_describes_a_source_and_is_not_its_name()
    {
        var evidence = new EvidenceSnapshot([], [], [new Source(new SourceId("page"), "The Gazette", "[list of hills]", PartialDate.Parse("2024-05")) { Url = "javascript:alert(1)" }]);
        var source = Read(RecordLinkedData.OfSource(evidence, new SourceId("page"), Published.Site)!);
        Assert.Equal(("list of hills", "2024-05"), (source.GetProperty("description").GetString(), source.GetProperty("datePublished").GetString()));
        Assert.False(source.TryGetProperty("name", out _) || source.TryGetProperty("url", out _));
    }

    [Fact]
    public void Hostile_names_stay_names()
    {
        foreach (var text in Published.HostileTexts.Where(text => text.Length > 0))
        {
            var state = State("nl", $"{text}:{text}") with { Name = text, Aliases = [new Alias(text, false)] };
            var json = RecordLinkedData.OfEntity(Record(state), state.EntityId, Published.Site)!;
            SchemaOrg.Holds(json);
            Assert.Equal(-1, json.AsSpan().IndexOfAny("<>&"u8));
        }
    }

    private static JsonElement Read(byte[] json) => JsonDocument.Parse(json).RootElement;

    private static EvidenceSnapshot Record(params Entity[] entities) => new([], entities, []);

    private static Entity State(string id, string identifiers) => new()
    {
        Id = new StatementId("entities/" + id), EntityId = new EntityId(id), Kind = EntityKind.State, Name = id, Sources = [], Place = new RowPlace("hills", "entities.csv", 2),
        Identifiers = [.. identifiers.Split('|', StringSplitOptions.RemoveEmptyEntries)],
    };
}
