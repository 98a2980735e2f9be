using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Lint;
using Assay.Records;
using CsCheck;
using Xunit;

namespace Assay.Tests.Registers;

/// <summary>Imported packs that have an id from elsewhere describe one entity: they are read as one, as tables or as registers.</summary>
public sealed class SharedIdTests : IDisposable
{
    private static readonly string[] Ids = ["a", "b", "c", "d"];

    private static readonly Gen<string> Id = Gen.Int[0, Ids.Length - 1].Select(at => Ids[at]);
    private static readonly Gen<string> Date = Gen.Int[0, 2].Select(at => new[] { "", "2001", "2010-01-31" }[at]);

    private static readonly Gen<(string, string[])> Row = Gen.OneOf(
        Gen.Select(Id, Id, Date, (owner, asset, from) => ("stakes", new[] { owner, asset, "10", "", "", "shares", "reported", from, "", "", "s1", "" })),
        Gen.Select(Id, Date, (entity, from) => ("domiciles", new[] { entity, "a", from, "", "s2", "" })),
        Gen.Select(Id, Id, Date, (holder, subject, seen) => ("interests", new[] { holder, subject, "consolidation", "direct", "", "", seen, "", "s1", "" })),
        Gen.Select(Id, Id, (person, of) => ("positions", new[] { person, "director", of, "2003", "", "", "s1|s2", "" })));

    // What a pack says an entity is: nothing, its id alone, or more.
    private static readonly Gen<string[]?> Described = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Bool, (how, name, isHome) => how switch
    {
        0 => null,
        1 => [],
        _ => new[] { name.ToString(System.Globalization.CultureInfo.InvariantCulture), isHome ? "a" : "" },
    });

    private static readonly Gen<(string, string[])[]> Pack = Gen.Select(Described.Array[Ids.Length], Row.Array[0, 8], (described, rows) => ((string, string[])[])
    [
        ("sources", ["s1", "Publisher", "Title", "2011-02", "", "news"]),
        ("sources", ["s2", "Publisher", "Other", "", "", "primary"]),
        .. described.SelectMany((told, at) => told is null ? Array.Empty<(string, string[])>() : [("entities", EntityRow(Ids[at], told))]),
        .. rows,
    ]);

    private readonly RegisterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tables_and_registers_in_any_mixture_are_read_alike() => Gen.Select(Pack, Pack, Pack, Gen.Bool).Sample((one, two, three, isLinked) =>
    {
        using var folder = new RegisterFolder();
        EvidenceSnapshot? csv = null;
        for (var mixture = 0; mixture < 8; mixture++)
        {
            folder.Imported = "bods";
            Put(folder, $"{mixture}/one", one, (mixture & 1) != 0);
            Put(folder, $"{mixture}/three", three, (mixture & 2) != 0);
            Put(folder, $"{mixture}/two", two, (mixture & 4) != 0);
            folder.Imported = "";
            if (isLinked) folder.Csv($"{mixture}/zero", [("links", ["c", "b", "same", "name", "", "", ""])]);
            var evidence = EvidencePack.Load(folder[$"{mixture}"]);
            if (csv is null) csv = evidence;
            else RegisterLookupTests.AssertSame(csv, evidence, isMixed: true);
        }
    }, iter: 40);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void The_first_description_counts_with_the_names_and_identifiers_of_all(bool isFirstRegister, bool isSecondRegister)
    {
        var evidence = Two(isFirstRegister, isSecondRegister, [
            ("entities", ["lei-1", "company", "Zorvex Mining", "Zorvex", "a", "", "lei:1", "s1", ""]),
            ("domiciles", ["lei-1", "a", "", "", "s1", ""]),
        ], [
            ("entities", ["lei-1", "organization", "ZORVEX MINING PLC", "Zx", "a", "", "ftm:9", "s1", ""]),
            ("domiciles", ["lei-1", "a", "", "", "s1", ""]),
        ]);
        var entity = evidence.Entity(new EntityId("lei-1"))!;
        Assert.Equal(("Zorvex Mining", EntityKind.Company), (entity.Name, entity.Kind));
        Assert.Equal(["Zorvex", "ZORVEX MINING PLC", "Zx"], entity.Aliases.Select(alias => alias.Text));
        Assert.Equal(["lei:1", "ftm:9"], entity.Identifiers);
        Assert.Equal(["s1", "s1~two"], entity.Sources.Select(source => source.Value));
        Assert.Equal("Source of two", evidence.Source(new SourceId("s1~two"))!.Title);
        Assert.Single(evidence.DomicilesOf(entity.EntityId));
        Assert.Equal("one", evidence.DomicilesOf(entity.EntityId)[0].Place.Pack);
        foreach (var name in (string[])["Zorvex Mining", "zorvex mining plc", "Zx", "lei-1"])
            Assert.Equal("Zorvex Mining", Assert.Single(new EntityNames(evidence).Find(name, _ => true)).Name);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void One_that_is_known_by_its_id_alone_is_as_another_pack_describes_it(bool isFirstRegister, bool isSecondRegister)
    {
        var evidence = Two(isFirstRegister, isSecondRegister,
            [("entities", ["lei-1", "organization", "LEI 1", "", "", "", "lei:1", "s1", ""]), ("entities", ["x", "organization", "[x]", "", "", "", "", "s1", ""])],
            [("entities", ["lei-1", "company", "Zorvex Mining", "", "a", "", "lei:1", "s1", ""]), ("entities", ["x", "person", "Ilmar Quastov", "", "", "", "", "s1", ""])]);
        var (company, person) = (evidence.Entity(new EntityId("lei-1"))!, evidence.Entity(new EntityId("x"))!);
        Assert.Equal(("Zorvex Mining", EntityKind.Company, "a", 0), (company.Name, company.Kind, company.Country?.Value, company.Aliases.Length));
        Assert.Equal(("Ilmar Quastov", EntityKind.Person), (person.Name, person.Kind));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_person_and_a_body_of_one_id_are_told(bool isFirstRegister, bool isSecondRegister)
    {
        var error = Assert.Throws<InvalidDataFileException>(() => Two(isFirstRegister, isSecondRegister,
            [("entities", ["x", "company", "Zorvex Mining", "", "", "", "", "s1", ""])], [("entities", ["x", "person", "Ilmar Quastov", "", "", "", "", "s1", ""])]));
        var problem = Assert.Single(error.Problems, problem => problem.Code == "id-of-two-kinds");
        Assert.Equal("'x' of kind person (Ilmar Quastov), which in one is of kind company (Zorvex Mining)", problem.Found);
    }

    [Fact]
    public void Two_tellings_of_one_fact_are_no_error_of_the_packs()
    {
        (string, string[])[] rows =
        [
            ("sources", ["s1", "Publisher", "Title", "", "", "news"]),
            ("entities", ["a", "state", "Aland", "", "", "", "", "s1", ""]),
            ("entities", ["x", "company", "Zorvex Mining", "", "a", "", "", "s1", ""]),
            ("entities", ["y", "company", "Brimholt Holdings", "", "a", "", "", "s1", ""]),
            ("domiciles", ["x", "a", "", "", "s1", ""]),
            ("stakes", ["y", "x", "80", "", "", "shares", "reported", "2010", "", "", "s1", ""]),
        ];
        _folder.Imported = "gleif";
        _folder.Csv("packs/one", rows);
        _folder.Csv("packs/two", rows);
        Assert.DoesNotContain(PackLint.Check(_folder["packs"]), problem => problem.Code is not "unlisted-file");
        Assert.Equal(2, EvidencePack.Load(_folder["packs"]).Rows<Stake>().Count());
    }

    [Fact]
    public void A_pack_made_by_hand_must_not_describe_what_another_does()
    {
        _folder.Csv("packs/one", [("entities", ["x", "company", "Zorvex Mining", "", "", "", "", "s1", ""])]);
        _folder.Csv("packs/two", [("entities", ["x", "company", "Zorvex Mining", "", "", "", "", "s1", ""])]);
        Assert.Contains(Assert.Throws<InvalidDataFileException>(() => EvidencePack.Load(_folder["packs"])).Problems, problem => problem.Code == "duplicate-id");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_imported_pack_comes_after_those_made_by_hand_whatever_its_name(bool isRegister)
    {
        _folder.Csv("packs/middle", [("sources", ["s1", "Publisher", "Title", "", "", "news"]), ("entities", ["x", "company", "Zorvex Mining", "", "", "", "", "s1", ""])]);
        _folder.Imported = "ftm";
        Put(_folder, "packs/alpha", [("sources", ["s1", "Publisher", "Other", "", "", "news"]), ("entities", ["x", "organization", "ZORVEX", "", "", "", "", "s1", ""])], isRegister);
        var entity = EvidencePack.Load(_folder["packs"]).Entity(new EntityId("x"))!;
        Assert.Equal(("Zorvex Mining", "ZORVEX", "s1|s1~alpha"), (entity.Name, entity.Aliases.Single().Text, string.Join('|', entity.Sources)));
    }

    [Fact]
    public void An_imported_pack_describes_each_of_its_entities_once()
    {
        _folder.Imported = "bods";
        string[] row = ["x", "company", "Zorvex Mining", "", "", "", "", "s1", ""];
        _folder.Csv("packs/one", [("entities", row), ("entities", row)]);
        Assert.Contains(Assert.Throws<InvalidDataFileException>(() => EvidencePack.Load(_folder["packs"])).Problems, problem => problem.Code == "duplicate-id");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Entities_that_are_changed_one_after_the_other_stay_each_one(bool isFirstRegister, bool isSecondRegister)
    {
        var evidence = Two(isFirstRegister, isSecondRegister, [
            ("entities", ["x", "company", "Zorvex Mining", "", "a", "", "", "s1", ""]),
            ("entities", ["y", "company", "Brimholt Holdings", "", "a", "", "", "s1", ""]),
        ], [
            ("entities", ["x", "company", "Zorvex PLC", "", "a", "", "", "s1", ""]),
        ]);
        var changed = evidence.Replace(evidence.Entity(new EntityId("x"))! with { Name = "Zorvex Copper" }).Replace(evidence.Entity(new EntityId("y"))! with { Name = "Brimholt Trading" });
        Assert.Equal(["Aland", "Zorvex Copper", "Brimholt Trading"], new[] { "a", "x", "y" }.Select(id => changed.NameOf(new EntityId(id))));
        Assert.Equal(3, changed.Entities.Count(entity => entity.Place.Pack is "base" or "one" or "two"));
        Assert.Equal(evidence.Entities.Length, changed.Entities.Length);
        var without = changed.Without(new StatementId("entities/y"));
        Assert.Null(without.Entity(new EntityId("y")));
        Assert.Equal("Zorvex Copper", without.NameOf(new EntityId("x")));
    }

    private EvidenceSnapshot Two(bool isFirstRegister, bool isSecondRegister, (string, string[])[] one, (string, string[])[] two)
    {
        _folder.Csv("packs/base", [("sources", ["b1", "Publisher", "Title", "", "", "news"]), ("entities", ["a", "state", "Aland", "", "", "", "", "b1", ""])]);
        _folder.Imported = "ftm";
        Put(_folder, "packs/one", [("sources", ["s1", "Publisher", "Source of one", "", "", "news"]), .. one], isFirstRegister);
        Put(_folder, "packs/two", [("sources", ["s1", "Publisher", "Source of two", "", "", "news"]), .. two], isSecondRegister);
        return EvidencePack.Load(_folder["packs"]);
    }

    private static void Put(RegisterFolder folder, string name, (string, string[])[] rows, bool isRegister)
    {
        if (isRegister) folder.Register(name, rows);
        else folder.Csv(name, rows);
    }

    private static string[] EntityRow(string id, string[] told)
    {
        var kind = id switch { "a" => "state", "d" => "person", _ => "company" };
        return told is [var name, var country] ? [id, kind, $"Name {id} {name}", $"Alias {name}", country, "", $"lei:{id}", "s1", ""] : [id, "organization", $"[{id}]", "", "", "", "", "s2", ""];
    }
}
