using System.Text.Json;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Xunit;

namespace Assay.Tests.Packs;

/// <summary>The format is told three times, to people, to Frictionless tools and to the program: the three agree.</summary>
public sealed class PackFormatTests
{
    private static readonly Dictionary<string, IEnumerable<string>> s_words = new()
    {
        ["entities.kind"] = Vocabulary.EntityKinds.All,
        ["stakes.interest"] = Vocabulary.Interests.All,
        ["stakes.status"] = Vocabulary.StakeStatuses.All,
        ["operations.role"] = Vocabulary.Roles.All,
        ["regimes.regime"] = Vocabulary.Regimes.All,
        ["memberships.status"] = Vocabulary.MembershipStatuses.All,
        ["agreements.kind"] = Vocabulary.AgreementKinds.All,
        ["agreements.status"] = Vocabulary.AgreementStatuses.All,
        ["events.status"] = Vocabulary.EventStatuses.All,
        ["attributions.stance"] = Vocabulary.Stances.All,
        ["attributions.via"] = Vocabulary.Vias.All,
        ["measures.status"] = Vocabulary.FigureStatuses.All,
        ["routes.status"] = Vocabulary.FigureStatuses.All,
        ["sources.kind"] = Vocabulary.SourceKinds.All,
    };

    /// <summary>Those of tables that no pack of this repository has.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> s_wordsOfOthers = new()
    {
        ["interests.type"] = Vocabulary.InterestTypes.All,
        ["interests.directness"] = Vocabulary.Directnesses.All,
        ["exceptions.about"] = Vocabulary.ExceptionSubjects.All,
        ["exceptions.says"] = Vocabulary.ParentsKnown.All,
        ["links.outcome"] = Vocabulary.LinkOutcomes.All,
    };

    [Fact]
    public void The_descriptors_list_the_words_of_each_column()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "packs", "kazakhstan", "datapackage.json")));
        var compared = new HashSet<string>();
        foreach (var resource in json.RootElement.GetProperty("resources").EnumerateArray())
            foreach (var field in resource.GetProperty("schema").GetProperty("fields").EnumerateArray())
                if (field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty("enum", out var words)
                    && s_words.TryGetValue($"{resource.GetProperty("name")}.{field.GetProperty("name")}", out var known)
                    && compared.Add($"{resource.GetProperty("name")}.{field.GetProperty("name")}"))
                    Assert.Equal(known, words.EnumerateArray().Select(w => w.GetString()!));
        Assert.Equal(s_words.Keys.Order(), compared.Order());
    }

    [Fact]
    public void A_new_pack_has_the_schemas_of_the_packs_that_are_there()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "packs", "kazakhstan", "datapackage.json")));
        var there = json.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, FieldsOf);
        // Optional: the pack has no rows of these.
        Assert.Equal(["interests", "exceptions", "positions", "links"], PackTable.All.Select(table => table.Name).Except(there.Keys));
        foreach (var table in PackTable.All.Where(table => there.ContainsKey(table.Name)))
        {
            using var made = JsonDocument.Parse(DescriptorText.Resource(table).ToJsonString());
            Assert.Equal(there[table.Name], FieldsOf(made.RootElement));
        }

        // The words of completeness.table are those tables that the method asks for completeness.
        static string[] FieldsOf(JsonElement resource) =>
        [
            .. resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f =>
                $"{f.GetProperty("name")} {f.GetProperty("type")} {(f.TryGetProperty("constraints", out var c) && c.TryGetProperty("required", out _) ? "required" : "optional")} "
                + (f.GetProperty("name").GetString() != "table" && f.TryGetProperty("constraints", out c) && c.TryGetProperty("enum", out var words) ? string.Join('|', words.EnumerateArray()) : "")),
        ];
    }

    [Fact]
    public void Every_word_list_of_a_column_is_that_of_the_loader()
    {
        foreach (var (key, words) in s_words.Concat(s_wordsOfOthers))
        {
            var column = PackTable.All.Single(t => t.Name == key.Split('.')[0]).Columns.Single(c => c.Name == key.Split('.')[1]);
            Assert.Equal(words, column.Words);
        }
    }

    [Fact]
    public void The_documentation_shows_every_table_with_its_columns_and_every_word()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "packs.md"));
        foreach (var table in TableFormat.All.Where(t => t.Name != "propositions" && t.Name != "attributions"))
            Assert.Contains($"`{string.Join(',', table.Columns)}`", text, StringComparison.Ordinal);
        // The types of interests are those of the standards that the page names.
        Assert.All(s_words.Concat(s_wordsOfOthers).Where(words => words.Key != "interests.type").SelectMany(words => words.Value), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Packs_name_their_licences_and_sources()
    {
        foreach (var pack in Directory.GetDirectories(Path.Combine(Repository.Root, "packs")))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(pack, "datapackage.json")));
            Assert.NotEqual(0, json.RootElement.GetProperty("licenses").GetArrayLength());
            Assert.NotEqual(0, json.RootElement.GetProperty("sources").GetArrayLength());
            Assert.Contains("## Licences", File.ReadAllText(Path.Combine(pack, "README.md")), StringComparison.Ordinal);
        }
    }
}
