using System.Globalization;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Reconciliation;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.Reconciliation;

public sealed class ReconciliationTests
{
    private static readonly EvidenceSnapshot Record = new([],
    [
        Entity("nl", EntityKind.State, "Northland", "Kingdom of Northland|~Hilltown", identifiers: "iso3:NLD|wikidata:Q55"), Entity("sl", EntityKind.State, "Southland"),
        Entity("hill-oil", EntityKind.Company, "Société Pétrolière des Collines", "Hill Oil", country: "nl", parent: "hill-group", identifiers: "lei:529900T8BM49AURSDO55"),
        Entity("hill-group", EntityKind.Company, "Hill Group", country: "nl"), Entity("mercury-mine", EntityKind.Mine, "Mercury", country: "nl"), Entity("mercury-trade", EntityKind.Company, "Mercury", country: "sl"),
        Entity("hilltown-port", EntityKind.Port, "Port of Hilltown", country: "nl"),
    ], []);

    private static readonly ReconciliationService Service = new(Record, Published.Site);

    [Theory]
    [InlineData("Northland", "nl")]
    [InlineData("the kingdom of NORTHLAND", "nl")]
    [InlineData("societe petroliere  des-collines", "hill-oil")]
    [InlineData("hill-group", "hill-group")]
    public void A_name_or_id_that_one_entity_alone_has_is_a_match(string text, string id)
    {
        var first = Candidates(Query(text))[0];
        Assert.Equal((id, 100m, true), (first.GetProperty("id").GetString(), first.GetProperty("score").GetDecimal(), first.GetProperty("match").GetBoolean()));
    }

    [Theory]
    [InlineData("Norhtland", "nl")]
    [InlineData("Hill Oil Company", "hill-oil")]
    [InlineData("Hilltown", "nl")]
    public void What_is_only_like_a_name_or_a_place_is_offered_and_never_a_match(string text, string id)
    {
        var candidates = Candidates(Query(text));
        Assert.Contains(candidates, candidate => candidate.GetProperty("id").GetString() == id);
        Assert.All(candidates, candidate => Assert.True(!candidate.GetProperty("match").GetBoolean() && candidate.GetProperty("score").GetDecimal() < 100));
    }

    [Fact]
    public void Namesakes_are_no_match_until_a_type_or_a_property_tells_them_apart()
    {
        Assert.Equal(["mercury-mine", "mercury-trade"], Candidates(Query("Mercury")).Take(2).Select(Id));
        Assert.DoesNotContain(Candidates(Query("Mercury")), IsMatch);
        Assert.Equal("mercury-mine", Id(Assert.Single(Candidates("""{"q0":{"query":"Mercury","type":"mine"}}"""), IsMatch)));
        Assert.Equal("mercury-trade", Id(Assert.Single(Candidates("""{"q0":{"query":"Mercury","properties":[{"pid":"country","v":"Southland"}]}}"""), IsMatch)));
        Assert.Equal("mercury-trade", Id(Assert.Single(Candidates("""{"q0":{"query":"Mercury","properties":[{"pid":"country","v":{"id":"sl"}}]}}"""), IsMatch)));
        Assert.DoesNotContain(Candidates("""{"q0":{"query":"Mercury","properties":[{"pid":"country","v":"Elsewhere"}]}}"""), IsMatch);
    }

    [Fact]
    public void A_type_shuts_others_out_unless_it_is_a_wish()
    {
        Assert.Equal(["mercury-mine"], Candidates("""{"q0":{"query":"Mercury","type":["mine","state"]}}""").Select(Id));
        Assert.Empty(Candidates("""{"q0":{"query":"Mercury","type":["mine","company"],"type_strict":"all"}}"""));
        var wished = Candidates("""{"q0":{"query":"Mercury","type":"mine","type_strict":"should"}}""");
        Assert.Equal(["mercury-mine", "mercury-trade"], wished.Take(2).Select(Id));
        Assert.True(wished[0].GetProperty("score").GetDecimal() > wished[1].GetProperty("score").GetDecimal());
    }

    [Fact]
    public void An_identifier_alone_finds_its_entity()
    {
        Assert.Equal("nl", Id(Assert.Single(Candidates("""{"q0":{"properties":[{"pid":"iso3","v":"nld"}]}}"""), IsMatch)));
        Assert.DoesNotContain(Candidates("""{"q0":{"properties":[{"pid":"country","v":"nl"}]}}"""), IsMatch);
    }

    [Fact]
    public void Candidates_stand_by_score_and_are_as_many_as_asked_for()
    {
        var scores = Candidates(Query("Hill")).Select(candidate => candidate.GetProperty("score").GetDecimal()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Single(Candidates("""{"q0":{"query":"Hill","limit":1}}"""));
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("{\"q0\":", "$")]
    [InlineData("""{"q0":7}""", "$.q0")]
    [InlineData("""{"q0":{}}""", "$.q0")]
    [InlineData("""{"q0":{"query":["x"]}}""", "$.q0.query")]
    [InlineData("""{"q0":{"query":"x","limit":0}}""", "$.q0.limit")]
    [InlineData("""{"q0":{"query":"x","limit":1e99}}""", "$.q0.limit")]
    [InlineData("""{"q0":{"query":"x","colour":1}}""", "$.q0.colour")]
    [InlineData("""{"q0":{"query":"x","type_strict":"very"}}""", "$.q0.type_strict")]
    [InlineData("""{"q0":{"query":"x","properties":[{"v":1}]}}""", "$.q0.properties[0]")]
    [InlineData("""{"q0":{"query":"x","properties":[{"pid":"colour","v":1}]}}""", "$.q0.properties[0]")]
    [InlineData("""{"q0":{"query":"x","query":"y"}}""", "$")]
    [InlineData("""{"q0":{"query":"\ud83d"}}""", "$.q0.query")]
    [InlineData("""{"q0":{"query":"x","type":[[[[[[[[[["x"]]]]]]]]]]}}""", "$")]
    public void What_is_wrong_with_a_batch_is_told_with_its_path(string json, string path)
    {
        var reply = Service.Answer(json);
        Assert.False(reply.IsAnswered);
        Assert.True(reply.Json.IsEmpty);
        Assert.Contains(reply.Problems, problem => problem.Path == path);
    }

    [Fact]
    public void Everything_wrong_with_a_batch_is_told_at_once() =>
        Assert.Equal(["$.a.limit", "$.b", "$.c.type_strict"], Service.Answer("""{"a":{"query":"x","limit":-1},"b":[],"c":{"query":"x","type_strict":1}}""").Problems.Select(problem => problem.Path));

    [Fact]
    public void Too_large_a_batch_is_refused_and_the_largest_is_answered()
    {
        Assert.False(Service.Answer(Batch(51, "Mercury")).IsAnswered);
        Assert.False(Service.Answer(new string(' ', 1_000_001)).IsAnswered);
        Assert.True(Service.Answer(Batch(50, new string('h', 19_000))).IsAnswered);
    }

    [Fact]
    public void Hostile_names_get_well_formed_answers()
    {
        foreach (var text in Published.HostileTexts.Where(text => text.Length > 0))
        {
            var reply = Service.Answer(JsonSerializer.Serialize(new Dictionary<string, object> { [text.Length > 100 ? "long" : text] = new { query = text } }));
            Assert.True(reply.IsAnswered, string.Join('\n', reply.Problems));
            Assert.Equal(-1, reply.Json.Span.IndexOfAny("<>&"u8));
            JsonDocument.Parse(reply.Json).Dispose();
            JsonDocument.Parse(Service.SuggestEntities(text)).Dispose();
            Assert.Null(Service.Preview(text));
        }
    }

    [Fact]
    public void Properties_of_entities_are_fetched_and_an_unknown_entity_has_none()
    {
        var reply = Service.Extend("""{"ids":["hill-oil","nl","nobody"],"properties":[{"id":"country"},{"id":"lei","settings":{"limit":"1"}},{"id":"iso2"},{"id":"parent"}]}""");
        Assert.True(reply.IsAnswered);
        var rows = JsonDocument.Parse(reply.Json).RootElement.GetProperty("rows");
        Assert.Equal(("nl", "Northland"), (rows.GetProperty("hill-oil").GetProperty("country")[0].GetProperty("id").GetString(), rows.GetProperty("hill-oil").GetProperty("country")[0].GetProperty("name").GetString()));
        Assert.Equal("529900T8BM49AURSDO55", rows.GetProperty("hill-oil").GetProperty("lei")[0].GetProperty("str").GetString());
        Assert.Equal("NL", rows.GetProperty("nl").GetProperty("iso2")[0].GetProperty("str").GetString());
        Assert.All(rows.GetProperty("nobody").EnumerateObject(), property => Assert.Equal(0, property.Value.GetArrayLength()));
        Assert.Contains(Service.Extend("""{"ids":["nl"],"properties":[{"id":"colour"}]}""").Problems, problem => problem.Path == "$.properties[0]");
        Assert.Contains(Service.Extend("""{"properties":[]}""").Problems, problem => problem.Path == "$");
    }

    [Fact]
    public void What_is_being_typed_is_completed()
    {
        Assert.Equal("nl", Suggested(Service.SuggestEntities("north"))[0]);
        Assert.Equal("nl", Suggested(Service.SuggestEntities("nl"))[0]);
        Assert.Contains("hilltown-port", Suggested(Service.SuggestEntities("hillt")));
        Assert.Equal(Suggested(Service.SuggestEntities("")).Skip(3), Suggested(Service.SuggestEntities("", 3)).Take(4));
        Assert.Equal(["company"], Suggested(ReconciliationService.SuggestTypes("comp")));
        Assert.Equal(["iso2", "iso3"], Suggested(ReconciliationService.SuggestProperties("ISO")));
    }

    [Fact]
    public void Only_properties_that_a_type_can_have_are_proposed()
    {
        var proposed = JsonDocument.Parse(ReconciliationService.ProposeProperties("state")).RootElement.GetProperty("properties").EnumerateArray().Select(Id).ToList();
        Assert.Contains("iso3", proposed);
        Assert.DoesNotContain("lei", proposed);
        Assert.Equal(2, JsonDocument.Parse(ReconciliationService.ProposeProperties("company", 2)).RootElement.GetProperty("properties").GetArrayLength());
    }

    [Fact]
    public void The_manifest_says_where_everything_is()
    {
        var manifest = JsonDocument.Parse(Service.Manifest()).RootElement;
        Assert.Equal("0.2", manifest.GetProperty("versions")[0].GetString());
        Assert.Equal("https://checks.example/desk/e/{{id}}", manifest.GetProperty("view").GetProperty("url").GetString());
        Assert.Equal("https://checks.example/desk/e/", manifest.GetProperty("identifierSpace").GetString());
        Assert.Equal("https://checks.example/desk/reconcile/preview?id={{id}}", manifest.GetProperty("preview").GetProperty("url").GetString());
        Assert.Equal(50, manifest.GetProperty("batchSize").GetInt32());
        Assert.Equal("https://checks.example/desk/reconcile/properties", string.Concat(manifest.GetProperty("extend").GetProperty("propose_properties").EnumerateObject().Select(part => part.Value.GetString())));
    }

    [Fact]
    public void A_preview_tells_namesakes_apart()
    {
        Assert.Equal(("Mercury", "mine, Northland"), (Service.Preview("mercury-mine")!.Name, Service.Preview("mercury-mine")!.Description));
        Assert.Equal("company, Southland", Service.Preview("mercury-trade")!.Description);
        Assert.Contains(("Parent", "Hill Group"), Service.Preview("hill-oil")!.Facts);
    }

    private static List<JsonElement> Candidates(string batch)
    {
        var reply = Service.Answer(batch);
        Assert.True(reply.IsAnswered, string.Join('\n', reply.Problems));
        return [.. JsonDocument.Parse(reply.Json).RootElement.GetProperty("q0").GetProperty("result").EnumerateArray()];
    }

    private static string Query(string text) => JsonSerializer.Serialize(new { q0 = new { query = text } });

    private static string Batch(int count, string text) =>
        JsonSerializer.Serialize(Enumerable.Range(0, count).ToDictionary(i => i.ToString(CultureInfo.InvariantCulture), _ => new { query = text }));

    private static string?[] Suggested(byte[] json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("result").EnumerateArray().Select(Id)];

    private static string? Id(JsonElement element) => element.GetProperty("id").GetString();

    private static bool IsMatch(JsonElement candidate) => candidate.GetProperty("match").GetBoolean();

    private static Entity Entity(string id, EntityKind kind, string name, string aliases = "", string? country = null, string? parent = null, string identifiers = "") => new()
    {
        Id = new StatementId("entities/" + id), EntityId = new EntityId(id), Kind = kind, Name = name, Sources = [], Place = new RowPlace("hills", "entities.csv", 2),
        Aliases = [.. aliases.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(alias => new Alias(alias.TrimStart('~'), alias.StartsWith('~')))],
        Country = country is null ? null : new EntityId(country), Parent = parent is null ? null : new EntityId(parent), Identifiers = [.. identifiers.Split('|', StringSplitOptions.RemoveEmptyEntries)],
    };
}
