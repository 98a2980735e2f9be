using System.Collections.Frozen;
using Assay.Formats.Rules;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// The part of the standard's schema that the record has a place for, read from <c>schemata.csv</c> and <c>properties.csv</c>: what extends what, so that
/// descendants are taken as what they are.
/// </summary>
internal sealed class FtmModel
{
    private static readonly Lazy<FtmModel> s_embedded = new(() => new FtmModel());
    private readonly FrozenDictionary<string, FtmSchema> _byName;
    private readonly List<string> _propertyNames = [];
    private readonly List<(string Schema, int Property, FtmUse Use, string Detail)> _rows = [];

    private FtmModel()
    {
        foreach (var cells in FtmData.Rows("properties.csv"))
        {
            var number = _propertyNames.IndexOf(cells[1]);
            if (number < 0)
            {
                number = _propertyNames.Count;
                _propertyNames.Add(cells[1]);
            }
            _rows.Add((cells[0], number, Enum.GetValues<FtmUse>().Single(use => RuleNode.Kebab(use.ToString()) == cells[2]), cells[3]));
        }
        var lines = FtmData.Rows("schemata.csv").ToDictionary(cells => cells[0], cells => (Extends: cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), As: cells[2]), StringComparer.Ordinal);
        var kinds = Enum.GetValues<FtmKind>().Skip(1).ToDictionary(kind => RuleNode.Kebab(kind.ToString()), StringComparer.Ordinal);
        Schemata = [.. lines.Select((line, number) => Make(line.Key, number, KindOf(line.Key), Ancestors(line.Key)))];
        _byName = Schemata.ToFrozenDictionary(schema => schema.Name, StringComparer.Ordinal);

        FtmKind KindOf(string name) => new[] { name }.Concat(Ancestors(name)).Select(one => lines[one].As).FirstOrDefault(word => word.Length > 0) is { } word
            ? kinds.GetValueOrDefault(word) : FtmKind.None;

        // Nearest first.
        List<string> Ancestors(string name)
        {
            var found = new List<string>(lines[name].Extends);
            for (var i = 0; i < found.Count; i++) found.AddRange(lines[found[i]].Extends.Except(found));
            return found;
        }
    }

    /// <summary>The model that comes with the program.</summary>
    public static FtmModel Embedded => s_embedded.Value;

    /// <summary>Every schema, by its number.</summary>
    public IReadOnlyList<FtmSchema> Schemata { get; }

    /// <summary>How many names of properties are read for any schema; their numbers are below it.</summary>
    public int PropertyCount => _propertyNames.Count;

    /// <summary>The names of properties that are read, in the order of their numbers.</summary>
    public IReadOnlyList<string> PropertyNames => _propertyNames;

    /// <summary>The schema of that name, or null.</summary>
    public FtmSchema? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The name of a property by its number; empty below 0.</summary>
    public string NameOf(int number) => number < 0 ? "" : _propertyNames[number];

    /// <summary>The property of a schema that has this use and detail; null where there is none.</summary>
    public string? PropertyFor(FtmSchema schema, FtmUse use, string detail = "")
    {
        foreach (var row in _rows)
            if (row.Use == use && (detail.Length == 0 || row.Detail == detail) && schema.Is(row.Schema)) return _propertyNames[row.Property];
        return null;
    }

    private FtmSchema Make(string name, int number, FtmKind kind, List<string> ancestors)
    {
        var (uses, details) = (new FtmUse[_propertyNames.Count], new string[_propertyNames.Count]);
        Array.Fill(details, "");
        foreach (var row in _rows)
        {
            if (row.Schema != name && !ancestors.Contains(row.Schema)) continue;
            // What is somebody or something has no beginning or end in the record, though some of them have one in the standard.
            if (kind is > FtmKind.None and <= FtmKind.Position && row.Use is >= FtmUse.From and <= FtmUse.Remark) continue;
            // Of a public body alone topics say what the record asks: whose it is.
            if (row.Use == FtmUse.Topic && kind != FtmKind.Agency) continue;
            // Only what may be a block of holders who are not named is asked whether it is one.
            if (row.Use == FtmUse.Classification && kind is not (FtmKind.Organization or FtmKind.Company)) continue;
            (uses[row.Property], details[row.Property]) = (row.Use, row.Detail);
        }
        return new FtmSchema(name, number, kind, [.. ancestors], uses, details);
    }
}
