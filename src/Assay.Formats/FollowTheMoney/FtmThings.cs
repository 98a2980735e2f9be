using Assay.Evidence;
using System.Text.RegularExpressions;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Makes rows of entities: whoever or whatever they are, with their names, their country, and the ids that others know them by.</summary>
internal sealed partial class FtmThings(ImportSink sink, FtmIntake intake, FtmEnds ends, FtmSources sources, FtmLinks links)
{
    // What is told at length of one entity may be a list of everything; a record needs the names that texts use.
    private const int MostNames = 200;

    /// <summary>The note of a public body that is not said to be of the central government, by which a writer knows it again.</summary>
    public const string PublicBody = "public body";

    /// <summary>The classification of a block of holders who are not named, by which such a block is known again.</summary>
    public const string NotNamed = "holders who are not named";

    /// <summary>The topic of a body of the central government.</summary>
    public const string Central = "gov.national";

    // Governments of parts of a state and of places. What is also one of them is not surely the state's.
    private static readonly string[] s_partial = ["gov.state", "gov.muni", "gov.igo"];
    private static readonly string[] s_ofPersons = ["lei", "wikidata"];
    private static readonly (string State, string Scheme, Regex Pattern)[] s_registers =
        [.. FtmData.Rows("registers.csv").Select(cells => (cells[0], cells[1], new Regex(cells[2], RegexOptions.None, TimeSpan.FromSeconds(1))))];

    private readonly FtmTally _tally = intake.Tally;

    /// <summary>Adds the rows of an entity.</summary>
    public void Add(FtmRecord record)
    {
        var (id, cell, state) = (ends.IdOf(record), sources.CellOf(record), StateOf(record, out var isWhole));
        var (name, others) = NamesOf(record);
        // An agency is its state's: what a city or a province owns would be its country's.
        var isPartial = record.Schema.Kind == FtmKind.Agency && !(IsCentral(record) && isWhole && !others.Append(name).Any(LocalBodies.IsTold));
        var kind = isPartial ? FtmKind.Organization : record.Schema.Kind;
        var isTaken = sink.Add(record.Line, "entities", ("id", id), ("kind", IsNotNamed(record) ? "group" : WordOf(kind)), ("name", name), ("aliases", ImportSink.List(others)),
            ("country", state ?? ""), ("identifiers", ImportSink.List(IdentifiersOf(record, state))), ("sources", cell), ("note", isPartial ? PublicBody : ""));
        if (!isTaken) return;
        // Of several days the last is as far as it can have held anything.
        if (record.Has(FtmUse.Ended) && FtmDates.Of(record.Of(FtmUse.Ended)) is { Bad: null, Latest: { } ended }) sink.End(record.Line, id, ended);
        // Without a day, it says where a firm or thing is registered and not whose it is.
        if (state is not null && kind is not (FtmKind.Person or FtmKind.Agency))
            sink.Add(record.Line, "domiciles", ("entity", id), ("country", state), ("sources", cell));
        links.AddOwn(record, id);
    }

    internal static string WordOf(FtmKind kind) => kind switch
    {
        FtmKind.Company => "company",
        FtmKind.Agency => "agency",
        FtmKind.Person => "person",
        FtmKind.Asset => "asset",
        FtmKind.Project => "project",
        _ => "organization",
    };

    private bool IsCentral(FtmRecord record)
    {
        var topics = record.Of(FtmUse.Topic);
        if (topics.Exists(topic => topic != Central && !s_partial.Contains(topic))) _tally.Add("property topics", record.Line);
        return topics.Contains(Central) && !topics.Exists(s_partial.Contains);
    }

    private bool IsNotNamed(FtmRecord record)
    {
        var classes = record.Of(FtmUse.Classification);
        if (classes.Exists(text => text != NotNamed)) _tally.Add("property classification", record.Line);
        return classes.Contains(NotNamed);
    }

    private (string Name, List<string> Others) NamesOf(FtmRecord record)
    {
        var names = Known(record, FtmUse.Name);
        var others = Known(record, FtmUse.OtherName);
        var caption = record.Caption.Trim();
        var parts = $"{record.First(FtmUse.FirstName)} {record.First(FtmUse.LastName)}".Trim();
        var isCaption = caption.Length > 0 && (names.Contains(caption) || (names.Count == 0 && caption != record.Id && caption != record.Schema.Name));
        var name = isCaption ? caption : names.FirstOrDefault() ?? (parts.Length > 0 ? parts : others.FirstOrDefault());
        if (name is null) _tally.Add("entities without a name, called by their id", record.Line);
        if (names.Count + others.Count == (name is null ? 0 : 1)) return (name ?? $"[{record.Id}]", []);
        var rest = names.Concat(others).Where(other => other != name && CanBeName(other)).Distinct(StringComparer.Ordinal).ToList();
        if (rest.Count > MostNames)
        {
            _tally.Add($"names of entities beyond their first {MostNames}", record.Line);
            rest.RemoveRange(MostNames, rest.Count - MostNames);
        }
        return (name ?? $"[{record.Id}]", rest);
    }

    // A bar before a name would mark a place that stands for a state.
    private static List<string> Known(FtmRecord record, FtmUse use) => [.. record.Of(use).Select(name => name.Trim().TrimStart('~').TrimStart()).Where(name => name.Length > 0)];

    private static bool CanBeName(string name) => name.Count(char.IsLetterOrDigit) > 1;

    // A country that data gives a person is where they live or work as often as whose they are; one that it gives a firm is any that it has to do with.
    private string? StateOf(FtmRecord record, out bool isWhole)
    {
        isWhole = true;
        // Nationality and citizenship are one thing in two properties, and who has two has none of them alone.
        FtmUse[][] uses = record.Schema.Kind switch
        {
            FtmKind.Person => [[FtmUse.Nationality, FtmUse.Citizenship]],
            _ => [[FtmUse.Jurisdiction], [FtmUse.MainCountry], [FtmUse.Country]],
        };
        foreach (var alike in uses)
        {
            var codes = alike.SelectMany(record.Of).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var (code, areMore) = (codes.FirstOrDefault(), codes.Count > 1);
            if (areMore)
            {
                _tally.Add("countries of entities that have several", record.Line);
                return null;
            }
            if (code is null) continue;
            var state = FtmCountries.StateOf(code);
            if (state is null) _tally.Add("countries that the record has no state for", record.Line);
            if (state is null) return null;
            isWhole = FtmCountries.HasNationals(state) && !uses.SelectMany(others => others.SelectMany(record.Of)).Any(FtmCountries.IsPart);
            if (record.Schema.Kind != FtmKind.Person || FtmCountries.HasNationals(state)) return state;
            _tally.Add("nationalities of territories, of former states and of those that few recognise: whose nationals these are is not said", record.Line);
            return null;
        }
        if (record.Schema.Kind == FtmKind.Person && record.Has(FtmUse.Country)) _tally.Add("countries of persons that are not said to be their nationality", record.Line);
        return null;
    }

    private IEnumerable<string> IdentifiersOf(FtmRecord record, string? state)
    {
        yield return $"ftm:{record.Id}";
        foreach (var (_, use, scheme, value) in record.All())
        {
            if (use is not (FtmUse.Identifier or FtmUse.RegisterNumber)) continue;
            if (record.Schema.Kind == FtmKind.Person && Array.IndexOf(s_ofPersons, scheme) < 0) _tally.Add("identifiers of persons", record.Line);
            else if (Identifier(use, scheme, value.Trim(), state) is { } identifier) yield return identifier;
            else _tally.Add(use == FtmUse.RegisterNumber ? "numbers of registers that no country is told for" : "identifiers that do not have their form", record.Line);
        }
        foreach (var referent in record.Referents)
            if (referent.Length > 0 && referent != record.Id) yield return $"ftm:{referent}";
    }

    private static string? Identifier(FtmUse use, string scheme, string value, string? state)
    {
        if (value.Length == 0) return null;
        if (use == FtmUse.RegisterNumber)
        {
            if (state is null) return null;
            foreach (var register in s_registers)
                if (scheme == "reg" && register.State == state && register.Pattern.IsMatch(value)) return $"{register.Scheme}:{value}";
            return $"{scheme}-{state}:{value}";
        }
        return scheme switch
        {
            "lei" => Lei.TryParse(value, out var lei) ? $"lei:{lei}" : null,
            "wikidata" => WikidataForm().IsMatch(value) ? $"wikidata:{value}" : null,
            _ => $"{scheme}:{value}",
        };
    }

    [GeneratedRegex("^Q[1-9][0-9]{0,11}$", RegexOptions.NonBacktracking)]
    private static partial Regex WikidataForm();
}
