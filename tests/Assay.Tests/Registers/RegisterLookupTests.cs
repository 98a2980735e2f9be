using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Records;
using CsCheck;
using Xunit;

namespace Assay.Tests.Registers;

/// <summary>A register answers every look-up as the same rows do as CSV.</summary>
public sealed class RegisterLookupTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    private static readonly Gen<string> Id = Word(Ids);
    private static readonly Gen<string> Date = Word("", "2001", "2005-06", "2010-01-31");
    private static readonly Gen<string> Note = Word("", "a note", "«ой», \"quoted\"", "long ".PadRight(300, 'x'));

    private static readonly Gen<(string, string[])> Row = Gen.OneOf(
        Gen.Select(Id, Id, Date, Date, Note, (owner, asset, from, seen, note) => ("stakes", new[] { owner, asset, "10", "", "", "shares", "reported", from, "", seen, "s1", note })),
        Gen.Select(Id, Id, Word("member", "observer"), Date, (member, body, status, from) => ("memberships", new[] { member, body, status, from, "", "", "s1|s2", "" })),
        Gen.Select(Id, Id, Date, (entity, country, from) => ("domiciles", new[] { entity, country, from, "", "s2", "" })),
        Gen.Select(Id, Id, Date, (holder, subject, seen) => ("interests", new[] { holder, subject, "consolidation", "direct", "", "", seen, "", "s1", "" })),
        Gen.Select(Id, Date, (subject, seen) => ("exceptions", new[] { subject, "owners", "hidden", "natural-persons", "", "", seen, "s1", "" })),
        Gen.Select(Id, Word("output", "reserves"), Word("2020", "2021-Q1"), (subject, indicator, period) => ("measures", new[] { subject, indicator, period, "5.5", "", "", "Mt", "", "reported", "s1", "" })),
        Gen.Select(Id, Id, Id, (origin, via, to) => ("routes", new[] { "oil", origin, via, to, "2020", "3", "Mt", "", "reported", "s1", "" })),
        Gen.Select(Id, Word("director", "president"), Id, (person, office, of) => ("positions", new[] { person, office, of, "2003", "", "", "s1", "" })),
        Gen.Select(Id, Id, (part, whole) => ("parts", new[] { whole, "output", "2020", part, "s1", "" })),
        Gen.Select(Id, Date, (asset, from) => ("regimes", new[] { asset, "concession", from, "", "s1", "" })),
        Gen.Select(Id, Id, (subject, to) => ("operations", new[] { subject, to, "operator", "", "", "s1", "" })));

    private static IEnumerable<(string, string[])> Frame =>
    [
        ("sources", ["s1", "Publisher", "Title", "2011-02", "https://example.org/1", "news"]),
        ("sources", ["s2", "Publisher", "Other", "", "", "primary"]),
        ("entities", ["a", "state", "Aland", "~Palace|The Aland", "a", "", "wikidata:Q1", "s1", ""]),
        ("entities", ["b", "company", "Boron Mining Ltd", "Boron|BML", "a", "c", "lei:ABC", "s1", ""]),
        ("entities", ["c", "company", "Sadovyy Holding", "Садовый", "a", "", "", "s1", "x"]),
        ("entities", ["d", "person", "Boron", "", "", "", "", "s2", ""]),
        ("entities", ["e", "group", "The Nine", "nine states", "", "", "", "s2", ""]),
    ];

    [Fact]
    public void Rows_in_any_number_are_found_as_in_csv() => Row.Array[0, 40].Sample(rows =>
    {
        using var folder = new RegisterFolder();
        var all = Frame.Concat(rows).ToList();
        var csv = EvidencePack.Load(folder.Csv("one/record", all));
        var register = EvidencePack.Load(folder.Register("two/record", all));
        AssertSame(csv, register);
    }, iter: 60);

    [Fact]
    public void A_register_among_packs_of_tables_stands_where_its_tables_would() => Gen.Select(Row.Array[0, 10], Row.Array[0, 10], Row.Array[0, 10]).Sample((before, mine, after) =>
    {
        using var folder = new RegisterFolder();
        foreach (var kind in (string[])["csv", "register"])
        {
            folder.Csv($"{kind}/base", Frame.Concat(before));
            if (kind == "csv") folder.Csv("csv/record", mine, "base");
            else folder.Register("register/record", mine, "base");
            folder.Csv($"{kind}/top", after, "record");
        }
        AssertSame(EvidencePack.Load(folder["csv"]), EvidencePack.Load(folder["register"]), isMixed: true);
    }, iter: 40);

    [Fact]
    public void A_row_whose_shorter_key_a_pack_before_has_is_found_by_its_id()
    {
        using var folder = new RegisterFolder();
        folder.Csv("packs/base", Frame.Append(("memberships", ["a", "c", "member", "", "", "", "s1", ""])));
        folder.Register("packs/record", [("memberships", ["a", "c", "member", "2005-06", "", "", "s1", ""])], "base");
        var evidence = EvidencePack.Load(folder["packs"]);
        Assert.Equal("2005-06", ((Membership)evidence.Statement(new StatementId("memberships/a/c/2005-06"))!).Validity.From.ToString());
    }

    [Fact]
    public void Linked_entities_and_several_tellings_are_read_as_in_csv() => Gen.Select(Row.Array[0, 12], Row.Array[0, 12], Gen.Select(Id, Id, Gen.Bool, Word("same", "same", "different")).Array[1, 4]).Sample((mine, theirs, links) =>
    {
        using var folder = new RegisterFolder();
        // The register knows the same five under ids of its own.
        var others = Frame.Concat(theirs).Select(row => (row.Item1, row.Item2.Select((cell, at) => row.Item1 is "sources" || cell is "s1" or "s2" || Array.IndexOf(Ids, cell) < 0 ? cell == "s1|s2" ? "r1|r2" : cell is "s1" or "s2" ? "r" + cell[1..] : cell : "other-" + cell).ToArray()))
            .Select(row => row.Item1 == "sources" ? (row.Item1, ["r" + row.Item2[0][1..], .. row.Item2[1..]]) : row).ToList();
        foreach (var kind in (string[])["csv", "register"])
        {
            folder.Imported = "";
            folder.Csv($"{kind}/base", Frame.Concat(mine));
            folder.Imported = "bods";
            if (kind == "csv") folder.Csv("csv/record", others, "base");
            else folder.Register("register/record", others, "base");
            folder.Imported = "";
            folder.Csv($"{kind}/top", links.DistinctBy(link => (link.Item1, link.Item2, link.Item3)).Select(link => ("links", new[] { link.Item3 ? "other-" + link.Item1 : link.Item1, link.Item3 ? link.Item2 : "other-" + link.Item2, link.Item4, "name", "", "", "" })), "record", "base");
        }
        AssertSame(EvidencePack.Load(folder["csv"]), EvidencePack.Load(folder["register"]), isMixed: true);
    }, iter: 60);

    private static Gen<string> Word(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    internal static void AssertSame(EvidenceSnapshot csv, EvidenceSnapshot register, bool isMixed = false)
    {
        // Names of packs, and with them places, are the same; the hashes of their files are not.
        Assert.Equal(csv.Packs.Select(pack => pack.Name), register.Packs.Select(pack => pack.Name));
        Assert.NotEmpty(register.Stores);
        Assert.Equal(csv.Count, register.Count);
        if (!isMixed) Assert.Equal(Texts(csv.Statements), Texts(register.Statements));
        Assert.Equal(Texts(csv.Statements).Order(StringComparer.Ordinal), Texts(register.Statements).Order(StringComparer.Ordinal));
        Assert.Equal(csv.Sources.OrderBy(source => source.Id.Value).Select(source => source.ToString()), register.Sources.OrderBy(source => source.Id.Value).Select(source => source.ToString()));
        Assert.Equal(csv.LatestSource, register.LatestSource);
        foreach (var source in csv.Sources) Assert.Equal(source, register.Source(source.Id));
        foreach (var row in csv.Statements) Assert.Equal(Text(row), Text(register.Statement(row.Id)!));
        var ids = csv.Statements.SelectMany(row => RowKeys.Of(row, RowKey.Naming)).Concat(csv.Entities.Select(entity => entity.EntityId.Value)).Append("nobody").Distinct().Select(id => new EntityId(id)).ToList();
        foreach (var id in ids)
        {
            Assert.Equal(csv.Entity(id) is { } entity ? Text(entity) : null, register.Entity(id) is { } other ? Text(other) : null);
            Assert.Equal(csv.NameOf(id), register.NameOf(id));
            Same(csv.StakesIn(id), register.StakesIn(id));
            Same(csv.StakesOf(id), register.StakesOf(id));
            Same(csv.InterestsIn(id), register.InterestsIn(id));
            Same(csv.InterestsOf(id), register.InterestsOf(id));
            Same(csv.ExceptionsOf(id), register.ExceptionsOf(id));
            Same(csv.MembersOf(id), register.MembersOf(id));
            Same(csv.BodiesOf(id), register.BodiesOf(id));
            Same(csv.AgreementsWith(id), register.AgreementsWith(id));
            Same(csv.OperationsOn(id), register.OperationsOn(id));
            Same(csv.DomicilesOf(id), register.DomicilesOf(id));
            Same(csv.RegimesOf(id), register.RegimesOf(id));
        }
        // Every row is found under every text that it stands under, in the same company.
        foreach (var row in csv.Statements)
        {
            foreach (var key in RowKeys.Of(row).Append(RowKey.ById))
            {
                foreach (var text in RowKeys.Of(row, key))
                {
                    Same(csv.Rows<Statement>(key, text), register.Rows<Statement>(key, text));
                    Assert.All(register.Stores, store => Assert.True(store.CountOf(key, text) >= store.Find<Statement>(key, text).Length));
                }
            }
            if (row is not Entity entity) continue;
            foreach (var alias in NameKeys.Names(entity))
            {
                var (one, two) = (new EntityNames(csv), new EntityNames(register));
                Same(one.Find(alias.Text.ToUpperInvariant(), _ => true), two.Find(alias.Text.ToUpperInvariant(), _ => true));
                Same(one.Find(alias.Text, found => found.Kind == EntityKind.Company), two.Find(alias.Text, found => found.Kind == EntityKind.Company));
            }
        }
    }

    private static void Same<T>(ImmutableArray<T> expected, ImmutableArray<T> actual) where T : Statement => Assert.Equal(Texts(expected), Texts(actual));

    private static List<string> Texts(IEnumerable<Statement> rows) => [.. rows.Select(Text)];

    // Records are compared with their lists by identity; as text they are compared by all they say.
    private static string Text(Statement row) => string.Join("; ", row.GetType().GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{property.Name}={property.GetValue(row) switch
    {
        System.Collections.IEnumerable many and not string => string.Join('|', many.Cast<object>()),
        var value => value?.ToString(),
    }}"));
}
