using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Assay.Evidence;

namespace Assay.Formats.Exports;

/// <summary>By what the rows of a table are divided into folders, named as engines that read partitioned files expect it: <c>part_year=2024</c>.</summary>
public sealed class PartitionKey
{
    /// <summary>The folder of rows for which a key has no value, in the word that such engines take for null.</summary>
    public const string None = "__HIVE_DEFAULT_PARTITION__";

    private readonly Func<Statement, ExportScope, string> _value;

    private PartitionKey(string name, string meaning, Func<Statement, ExportScope, string> value) => (Name, Meaning, _value) = (name, meaning, value);

    /// <summary>Every key there is.</summary>
    public static ImmutableArray<PartitionKey> All { get; } =
    [
        new("kind", "the kind of entity that a row is about", (row, scope) => SubjectOf(row) is { } id && scope.Entity(id) is { } entity ? Word(entity.Kind.ToString()) : ""),
        new("country", "the country where that entity is registered or lies; a state's own", (row, scope) => SubjectOf(row) is { } id && scope.Entity(id) is { } entity
            ? entity.Country?.Value ?? (entity.Kind == EntityKind.State ? entity.EntityId.Value : "") : ""),
        new("year", "the year in which it began, was seen, was said, or that its period begins in", (row, _) => YearOf(row) is { } year ? year.ToString("0000", CultureInfo.InvariantCulture) : ""),
        new("pack", "the pack that it is of", (row, _) => row.Place.Pack),
    ];

    /// <summary>Its name, as <c>year</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in words.</summary>
    public string Meaning { get; }

    /// <summary>The value of a row as the name of a folder, escaped as such engines escape it.</summary>
    internal string FolderOf(Statement row, ExportScope scope)
    {
        var value = _value(row, scope);
        if (value.Length == 0) return None;
        if (value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')) return value;
        var folder = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'_') folder.Append((char)one);
            else folder.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        }
        return folder.ToString();
    }

    /// <summary>What a row is about: of a stake what is held, of a membership the body, of a figure its subject.</summary>
    private static EntityId? SubjectOf(Statement row) => row switch
    {
        Entity entity => entity.EntityId,
        Stake stake => stake.Asset,
        OtherInterest held => held.Subject,
        DisclosureException silence => silence.Subject,
        Link link => link.Entity,
        Operation run => run.Asset,
        Domicile seat => seat.Firm,
        Regime regime => regime.Asset,
        Membership member => member.Body,
        Position position => position.Of,
        Agreement { Parties: [var first, ..] } => first,
        Event { Participants: [var first, ..] } => first,
        Attribution said => said.About,
        Measure measure => measure.Subject,
        Part part => part.Whole,
        Ranking place => place.Subject,
        Route route => route.Origin,
        Completeness list => list.Subject,
        _ => null,
    };

    private static int? YearOf(Statement row) => row switch
    {
        Stake stake => YearOf(stake.Validity),
        OtherInterest held => YearOf(held.Validity),
        DisclosureException silence => YearOf(silence.Validity),
        Link link => link.Decided?.Year,
        Operation run => YearOf(run.Validity),
        Domicile seat => YearOf(seat.Validity),
        Regime regime => YearOf(regime.Validity),
        Membership member => YearOf(member.Validity),
        Position position => YearOf(position.Validity),
        Agreement pact => (pact.InForce ?? pact.Signed)?.Year,
        Event happening => happening.From?.Year,
        Attribution said => said.Date?.Year,
        Measure measure => measure.Period.Days.First.Year,
        Part part => part.Period.Days.First.Year,
        Ranking place => place.Period.Days.First.Year,
        Route route => route.Period.Days.First.Year,
        Completeness list => list.From?.Year,
        _ => null,
    };

    private static int? YearOf(Validity span) => (span.From ?? span.Seen)?.Year;

    private static string Word(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
