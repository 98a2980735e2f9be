using System.Collections.Immutable;
using System.Text;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Bods;
using Assay.Formats.Exports;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using CsCheck;
using Xunit;

namespace Assay.Tests.Bods;

/// <summary>The record written as BODS 0.4: statements that the standard accepts, and that give the same rows when they are read.</summary>
public sealed class BodsWriterTests
{
    // One is known by its LEI.
    private static readonly string[] s_ids = ["acme", "acme-2", "b", "lei-py6zzqwo2izfzc3iol08", "long-name-of-a-holding-company", "p1"];

    public static IEnumerable<TheoryDataRow<string>> Packs() => [new("kazakhstan"), new("dr-congo"), new("world")];

    [Theory]
    [MemberData(nameof(Packs))]
    public void What_is_written_of_a_pack_passes_every_check(string name)
    {
        var evidence = EvidencePack.Load(Checkout.PathOf("packs", name));
        var scope = ScopeOf(evidence, name);
        var (bytes, report) = Written(scope);
        Assert.Empty(BodsSamples.Check(new MemoryStream(bytes), "a.json").Select(problem => problem.ToString()));
        Assert.All(report.Losses, loss => Assert.True(loss.Count > 0));
        // Every row is written or told.
        var stakes = scope.Statements.OfType<Stake>().Count();
        var told = report.Losses.Where(loss => loss.What.Contains("planned", StringComparison.Ordinal) || loss.What.Contains("end on the first day", StringComparison.Ordinal) || loss.What.Contains("does not know", StringComparison.Ordinal)).Sum(loss => loss.Count);
        Assert.Equal(stakes, BodsRowsOf.Bytes(bytes).Of("stakes").Length + told);
        foreach (var table in scope.Statements.Select(row => StatementCells.Of(row).Table.Name).Distinct().Except(["entities", "stakes", "interests", "exceptions", "domiciles"]))
            Assert.Contains(report.Losses, loss => loss.What == table);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_same_rows_give_the_same_bytes_and_those_the_same_rows_again(string name)
    {
        var scope = ScopeOf(EvidencePack.Load(Checkout.PathOf("packs", name)), name);
        var bytes = Written(scope).Bytes;
        Assert.Equal(bytes, Written(scope).Bytes);
        AssertFixed(bytes);
    }

    [Fact]
    public void A_stake_of_a_pack_comes_back_with_its_share_its_dates_and_all_its_sources()
    {
        var evidence = EvidencePack.Load(Checkout.PathOf("packs", "kazakhstan"));
        var scope = ScopeOf(evidence, "kazakhstan");
        var rows = BodsRowsOf.Bytes(Written(scope).Bytes);
        var expected = scope.Statements.OfType<Stake>().Where(stake => stake.StakeStatus != RowStatus.Planned).Select(stake => Line(StatementCells.Of(stake), id => IdOf(evidence.Entity(new EntityId(id))!), source => Content(evidence.Source(new SourceId(source))!))).ToArray();
        var sources = rows.Rows.Where(row => row.Table.Name == "sources").ToDictionary(row => row.Cells[0], row => string.Join('~', row.Cells[1..]));
        var found = rows.Rows.Where(row => row.Table.Name == "stakes").Select(row => Line((row.Table, row.Cells), id => id, source => sources[source])).ToArray();
        Assert.Equal(string.Join('\n', expected.Except(found)), string.Join('\n', found.Except(expected)));
    }

    [Fact]
    public void Random_rows_come_back_as_they_were() => Gen.Select(Entities, Stakes, Interests, Exceptions).Sample((entities, stakes, interests, exceptions) =>
    {
        var evidence = SnapshotOf(entities, stakes, interests, exceptions);
        var (bytes, report) = Written(new ExportScope(evidence, evidence.Statements) { Pack = new PackVersion("random", "", "1", "") });
        var problems = BodsSamples.Check(new MemoryStream(bytes), "a.json");
        // Dates of random rows may be of days to come.
        Assert.Empty(problems.Where(problem => problem.Code != "bods-future").Select(problem => problem.ToString()));
        var rows = BodsRowsOf.Bytes(bytes);
        var expected = evidence.Statements.Where(row => !report.Losses.Any(loss => !IsKept(loss.What) && loss.Rows.Contains(row.Id)))
            .Select(row => Line(StatementCells.Of(row), IdAfter, source => Content(evidence.Source(new SourceId(source))!))).Order(StringComparer.Ordinal).ToArray();
        var sources = rows.Rows.Where(row => row.Table.Name == "sources").ToDictionary(row => row.Cells[0], row => string.Join('~', row.Cells[1..]));
        var found = rows.Rows.Where(row => row.Table.Name != "sources").Select(row => Line((row.Table, WithoutRecordId(row)), id => id, source => sources[source])).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, found);
    }, iter: 100, threads: 1);

    [Fact]
    public void A_real_file_comes_back_with_the_same_rows()
    {
        Assert.SkipUnless(BodsSamples.AreThere, BodsSamples.Absent);
        foreach (var path in Directory.GetFiles(BodsSamples.PathOf("bods-0.4", "examples"), "*.json").Append(BodsSamples.PathOf("bods-0.4", "lib-cove", "sample_300_statements.json")))
            AssertFixed(File.ReadAllBytes(path));
    }

    [Fact]
    public void What_is_no_stake_beside_direct_ones_and_what_is_no_office_of_its_state_come_back_as_they_were()
    {
        static string Body(string id, string subtype, string code) => BodsText.Entity(id, $"\"jurisdiction\":{{\"name\":\"Somewhere\",\"code\":\"{code}\"}}", $"\"type\":\"stateBody\"{(subtype.Length > 0 ? $",\"subtype\":\"{subtype}\"" : "")},\"details\":\"office\"");
        string[] shares = ["\"exact\":33.3333", "\"exclusiveMinimum\":25,\"maximum\":50", "\"minimum\":75", "\"exclusiveMaximum\":10", ""];
        var held = string.Join(',', shares.Select((share, at) => BodsText.Relationship($"i{at}", "c", "p", BodsText.Shares(share, at % 2 == 0 ? "indirect" : "unknown", type: at > 2 ? "votingRights" : "shareholding"))));
        var file = System.Text.Encoding.UTF8.GetBytes($"[{BodsText.Entity("c")},{BodsText.Person("p")},{BodsText.Person("q")},{Body("s", "", "DE")},{Body("t", "stateAgency", "DE")},{Body("u", "governmentDepartment", "DE")},{Body("v", "governmentDepartment", "DE-HE")},{held},{BodsText.Relationship("d", "c", "q", $"{BodsText.Shares("\"exact\":100")},{BodsText.Shares("\"exact\":100", type: "votingRights")}")}]");
        var rows = BodsRowsOf.Bytes(file);
        Assert.Equal(5, rows.Of("interests").Length);
        AssertFixed(file);
        var snapshot = SnapshotOf(rows.Rows);
        var written = System.Text.Encoding.UTF8.GetString(Written(new ExportScope(snapshot, snapshot.Statements) { Pack = new PackVersion("imported", "", "1", "") }).Bytes);
        foreach (var share in shares.Where(share => share.Length > 0)) Assert.Contains($"\"share\":{{{share}}}", written, StringComparison.Ordinal);
        foreach (var type in (string[])["\"type\":\"stateBody\",\"details\":\"office\"", "\"type\":\"stateBody\",\"subtype\":\"stateAgency\",\"details\":\"office\"", "\"type\":\"stateBody\",\"subtype\":\"governmentDepartment\",\"details\":\"office\"", "\"code\":\"DE-HE\""])
            Assert.Contains(type, written, StringComparison.Ordinal);
    }

    [Fact]
    public void States_that_are_none_of_the_record_s_and_bodies_of_places_come_back_as_they_were()
    {
        static string Of(string id, string name, string type, string code) => BodsText.Entity(id, code.Length > 0 ? $"\"jurisdiction\":{{\"name\":\"Somewhere\",\"code\":\"{code}\"}}" : "", type).Replace($"\"name\":\"{id}\"", $"\"name\":\"{name}\"", StringComparison.Ordinal);
        var file = System.Text.Encoding.UTF8.GetBytes($"[{Of("s1", "Fendelia", "\"type\":\"state\"", "US-TX")},{Of("s2", "Freistaat Fendel", "\"type\":\"state\",\"details\":\"Land\"", "DE")},{Of("s3", "Fendelia", "\"type\":\"state\"", "")},{Of("s4", "Kazakhstan", "\"type\":\"state\"", "KZ")},{Of("s5", "Fendelia", "\"type\":\"state\",\"details\":\"sovereign state; new\"", "KZ")},{Of("s6", "City Agency", "\"type\":\"stateBody\",\"subtype\":\"stateAgency\"", "FR")},{Of("s7", "Treasury", "\"type\":\"stateBody\",\"subtype\":\"governmentDepartment\"", "HK")}]");
        AssertFixed(file);
        Assert.Equal(["kind=organization note=state of US-TX", "kind=organization note=state; Land", "kind=organization note=state", "kind=state", "kind=state note=new", "kind=organization note=state body, state agency", "kind=organization note=state body, government department"], BodsRowsOf.Bytes(file).Of("entities", "kind", "note"));
    }

    [Fact]
    public void What_the_standard_cannot_hold_is_told()
    {
        var report = Written(ScopeOf(EvidencePack.Load(Checkout.PathOf("packs", "kazakhstan")), "kazakhstan")).Report;
        foreach (var what in (string[])["memberships", "agreements", "routes", "measures", "completeness", "operations", "regimes", "planned stakes", "parents of groups", "dates less precise than a day, which are written as one"])
            Assert.Contains(report.Losses, loss => loss.What == what);
    }

    /// <summary>Rows of a file, written and read, are the same rows: but for the first time that the names of schemes and sources take their form.</summary>
    private static void AssertFixed(byte[] file)
    {
        var first = BodsRowsOf.Bytes(file);
        var snapshot = SnapshotOf(first.Rows);
        var (bytes, report) = Written(new ExportScope(snapshot, snapshot.Statements) { Pack = new PackVersion("imported", "", "1", "") });
        Assert.DoesNotContain(report.Losses, loss => loss.What is "planned stakes" or "ties to what the record does not know");
        Assert.Empty(BodsSamples.Check(new MemoryStream(bytes), "a.json").Where(problem => problem.Code is not ("bods-future" or "bods-scheme")).Select(problem => problem.ToString()));
        Assert.Equal(Comparable(first), Comparable(BodsRowsOf.Bytes(bytes)));
    }

    // An end is no row: other rows end by it.
    private static string[] Comparable(BodsRowsOf rows)
    {
        var sources = rows.Rows.Where(row => row.Table.Name == "sources").ToDictionary(row => row.Cells[0], row => string.Join('~', row.Cells[1..]));
        sources.TryAdd("file-a", FileSource);
        return [.. rows.Rows.Where(row => row.Table.Name is not ("sources" or "ends")).Select(row => Line((row.Table, row.Cells), id => id, source => sources[source])).Order(StringComparer.Ordinal)];
    }

    private const string FileSource = "[not stated]~[a.json]~2026-11-23~~reference";

    private static EvidenceSnapshot SnapshotOf(IEnumerable<ImportedRow> rows)
    {
        var content = new PackContent(new PackFiles("", []), new PackDescriptor { Name = "imported" }, []);
        var ids = new StatementIds();
        content.Sources.Add(new SourceRow(new Source(new SourceId("file-a"), "[not stated]", "[a.json]", PartialDate.Parse("2026-11-23")) { Kind = "reference" }, 1));
        var cells = new GivenCells();
        foreach (var row in rows)
        {
            cells.Cells = row.Cells;
            row.Table.Read(new TableRow(row.Table, cells, content, ids) { Line = row.Line }, content);
        }
        Assert.Empty(content.Problems);
        return new EvidenceSnapshot([], content.Statements, content.Sources.Select(source => source.Source));
    }

    private static ExportScope ScopeOf(EvidenceSnapshot evidence, string pack)
    {
        var named = evidence.Statements.Where(row => row.Place.Pack == pack).ToList();
        var ids = named.SelectMany(StatementCells.Named).Where(pair => pair.Referent == Referent.Entity).Select(pair => pair.Id).ToHashSet(StringComparer.Ordinal);
        return new ExportScope(evidence, [.. evidence.Statements.Where(row => row.Place.Pack == pack || (row is Entity entity && ids.Contains(entity.EntityId.Value)))]) { Pack = new PackVersion(pack, "", "1", "") };
    }

    private static (byte[] Bytes, ExportReport Report) Written(ExportScope scope)
    {
        var (stream, report) = (new MemoryStream(), new ExportReport());
        BodsWriter.Write(scope, stream, report);
        return (stream.ToArray(), report);
    }

    // Losses that other readers have: ours reads what the annotation says.
    private static bool IsKept(string what) => !what.StartsWith("rows that end", StringComparison.Ordinal) && !what.StartsWith("planned", StringComparison.Ordinal);

    private static string IdAfter(string id) => id.StartsWith("lei-", StringComparison.Ordinal) || id is "fr" or "kz" ? id : ImportedId.Of("bods", id);

    private static string IdOf(Entity entity) =>
        entity.Identifiers.FirstOrDefault(identifier => identifier.StartsWith("lei:", StringComparison.Ordinal)) is { } lei ? ImportedId.Of("lei", lei[4..]) : ImportedId.Of("bods", entity.EntityId.Value);

    private static string[] WithoutRecordId(ImportedRow row)
    {
        var cells = (string[])row.Cells.Clone();
        if (row.Table.Name == "entities") cells[6] = string.Join('|', cells[6].Split('|').Where(identifier => !identifier.StartsWith("bods:", StringComparison.Ordinal)));
        return cells;
    }

    private static string Content(Source source) => string.Join('~', StatementCells.Of(source)[1..]);

    private static string Line((TableFormat Table, string[] Cells) row, Func<string, string> id, Func<string, string> source) =>
        $"{row.Table.Name} {string.Join(',', row.Cells.Select((cell, at) => cell.Length == 0 ? "" : row.Table.Fields[at] switch
        {
            { Kind: ColumnKind.Sources } => string.Join('|', cell.Split('|').Select(source).Order(StringComparer.Ordinal)),
            { Refers: Referent.Entity, Name: not "country" } or { Kind: ColumnKind.OwnId } => id(cell),
            // The record keeps a figure as it was written, noughts at its end too.
            { Kind: ColumnKind.Percent } => cell.Contains('.', StringComparison.Ordinal) ? cell.TrimEnd('0').TrimEnd('.') : cell,
            _ => cell,
        }))}";

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static readonly Gen<string> Note = OneOf("", "as of the report", "25 % + 1 \"share\"", "Zoë – 李");

    private static readonly Gen<PartialDate?> Date = Gen.Select(Gen.Int[1990, 2020], Gen.Int[0, 12], Gen.Int[0, 28], (year, month, day) => year % 4 == 0 ? (PartialDate?)null : month == 0 ? new PartialDate(year) : day == 0 ? new PartialDate(year, month) : new PartialDate(year, month, day));

    private static readonly Gen<Validity> Span = Gen.Select(Date, Date, Date, (from, to, seen) => new Validity(from, to is { } end && from is { } start && end.First < start.First ? null : to, seen));

    private static readonly Gen<ImmutableArray<SourceId>> Sources = OneOf<ImmutableArray<SourceId>>([new("s1")], [new("s2")], [new("s3"), new("s1")]);

    private static readonly Gen<(EntityKind Kind, string Note, string? Country)[]> Entities =
        Gen.Select(OneOf(Enum.GetValues<EntityKind>()), Note, OneOf<string?>(null, "fr", "kz"), (kind, note, country) => (kind, note, country)).Array[s_ids.Length];

    private static readonly Gen<int> Which = Gen.Int[0, s_ids.Length - 1];

    private static readonly Gen<(decimal? Central, Bounds Share, bool Above, bool Below)> Share = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Int[0, 5], (one, other, form) =>
    {
        var (low, high) = (Math.Min(one, other) / 100m, (Math.Max(one, other) + 1) / 100m);
        high = Math.Min(high, 100);
        low = Math.Min(low, 99);
        if (high <= low) high = low + 1;
        return form switch
        {
            0 => ((decimal?)low, Bounds.Exactly(low), false, false),
            1 => (null, new Bounds(low, high), false, false),
            2 => ((low + high) / 2, new Bounds(low, high), false, false),
            3 => (null, new Bounds(low + RangeCells.Resolution, high), true, false),
            4 => (null, new Bounds(low, high - RangeCells.Resolution), false, true),
            _ => (null, new Bounds(0, 100), false, false),
        };
    });

    private static readonly Gen<Stake[]> Stakes = Gen.Select(Which, Which, Share, OneOf(Enum.GetValues<Interest>()), OneOf(RowStatus.Reported, RowStatus.Derived, RowStatus.Assumed, RowStatus.Planned), Span, Gen.Select(Sources, Note), (owner, asset, share, interest, status, span, rest) => new Stake
    {
        Id = new StatementId(""), Owner = new EntityId(s_ids[owner]), Asset = new EntityId(s_ids[asset]), Share = share.Share, Central = share.Central, IsAboveLeast = share.Above, IsBelowMost = share.Below,
        Interest = interest, StakeStatus = status, Validity = span, Sources = rest.Item1, Note = rest.Item2, Place = new RowPlace("random", "stakes.csv", 2),
    }).Array[0, 5];

    private static readonly Gen<OtherInterest[]> Interests = Gen.Select(Which, Which, OneOf([.. Vocabulary.InterestTypes.All]), OneOf("", "direct", "indirect", "unknown"), Span, Sources, Note, (holder, subject, type, directness, span, sources, note) => new OtherInterest
    {
        Id = new StatementId(""), Holder = new EntityId(s_ids[holder]), Subject = new EntityId(s_ids[subject]), Type = type, Directness = directness, Validity = span, Sources = sources, Note = note, Place = new RowPlace("random", "interests.csv", 2),
    }).Array[0, 4];

    private static readonly Gen<DisclosureException[]> Exceptions = Gen.Select(Which, Gen.Int[1, 7], Span, Sources, Note, (subject, reason, span, sources, note) => new DisclosureException
    {
        Id = new StatementId(""), Subject = new EntityId(s_ids[subject]), About = "owners", Reason = UnspecifiedReasons.Slug((byte)reason),
        Says = UnspecifiedReasons.Says((byte)reason) switch { "none" => ParentKnown.None, "maybe" => ParentKnown.Maybe, _ => ParentKnown.Hidden },
        // The standard closes a record after it was opened.
        Validity = span.To is { } to && (span.Seen?.Last >= to.First || span.From?.First >= to.First) ? span with { To = null } : span, Sources = sources, Note = note, Place = new RowPlace("random", "exceptions.csv", 2),
    }).Array[0, 3];

    private static EvidenceSnapshot SnapshotOf((EntityKind Kind, string Note, string? Country)[] kinds, Stake[] stakes, OtherInterest[] interests, DisclosureException[] exceptions)
    {
        var rows = new List<Statement>();
        for (var i = 0; i < kinds.Length; i++)
        {
            var (kind, note, country) = kinds[i];
            // The last one holds: a person is nobody's asset. Entities known by an LEI are legal persons.
            if (s_ids[i].StartsWith("lei-", StringComparison.Ordinal)) kind = EntityKind.Company;
            if (i != s_ids.Length - 1 && kind == EntityKind.Person) kind = EntityKind.Company;
            var id = s_ids[i];
            var isByName = EntityRows.IsKindByName(kind.ToString().ToLowerInvariant());
            rows.Add(new Entity
            {
                Id = new StatementId($"entities/{id}"), EntityId = new EntityId(id), Kind = kind, Name = $"Name of {id}", Aliases = [new Alias($"Alias {i}", false)], Country = country is null ? null : new EntityId(country),
                Identifiers = [.. (string[])[.. kind == EntityKind.State && country is not null ? [$"iso3:{KnownCodes.ThreeLetters(country)}"] : Array.Empty<string>(), .. id.StartsWith("lei-", StringComparison.Ordinal) ? ["lei:PY6ZZQWO2IZFZC3IOL08"] : Array.Empty<string>(), "gb-coh:0123", "my-scheme:A:b"]],
                Note = isByName || kind == EntityKind.Person ? "" : note, Sources = [new SourceId("s1")], Place = new RowPlace("random", "entities.csv", i + 2),
            });
            if (country is not null && EntityStatements.HasRegistration(kind))
                rows.Add(new Domicile { Id = new StatementId($"domiciles/{id}"), Firm = new EntityId(id), Country = new EntityId(country), Validity = default, Sources = [new SourceId("s1")], Place = new RowPlace("random", "domiciles.csv", i + 2) });
        }
        var last = new EntityId(s_ids[^1]);
        rows.AddRange(stakes.Select((row, at) => row with { Id = new StatementId($"stakes/{at}"), Asset = row.Asset == last ? new EntityId(s_ids[0]) : row.Asset }));
        rows.AddRange(interests.Select((row, at) => row with { Id = new StatementId($"interests/{at}"), Subject = row.Subject == last ? new EntityId(s_ids[0]) : row.Subject }));
        rows.AddRange(exceptions.Select((row, at) => row with { Id = new StatementId($"exceptions/{at}"), Subject = row.Subject == last ? new EntityId(s_ids[0]) : row.Subject }));
        Source[] sources =
        [
            new(new SourceId("s1"), "Register", "Extract", PartialDate.Parse("2024-05-31")) { Url = "https://example.org/a?b=c", Kind = "primary" },
            new(new SourceId("s2"), "Paper", "[report]", PartialDate.Parse("2023-04")) { Kind = "news" },
            new(new SourceId("s3"), "Handbook, \"2nd\"", "Entry", null) { Kind = "reference" },
        ];
        return new EvidenceSnapshot([], rows, sources);
    }
}
