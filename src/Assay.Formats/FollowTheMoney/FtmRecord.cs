using System.IO.Hashing;
using System.Text;

namespace Assay.Formats.FollowTheMoney;

/// <summary>An entity with all that is read of it, from one record or from several that were put together.</summary>
internal sealed class FtmRecord(FtmModel model, FtmTexts texts)
{
    private readonly List<(int Property, FtmUse Use, string Value)> _values = [];
    private HashSet<(int, string)>? _once;
    private bool? _isOfSeveral;

    public string Id { get; private set; } = "";

    public UInt128 Hash { get; private set; }

    /// <summary>The line where it stands first.</summary>
    public int Line { get; private set; }

    public FtmSchema Schema { get; private set; } = model.Schemata[0];

    /// <summary>The name that the data gives it beside its properties; empty where there is none.</summary>
    public string Caption { get; private set; } = "";

    /// <summary>When what is said of it last changed, else when its source was last seen to say so; empty where that is not told.</summary>
    public string Told { get; private set; } = "";

    public List<string> Datasets { get; } = [];

    public List<string> Referents { get; } = [];

    /// <summary>Becomes what a record says.</summary>
    public void Become(FtmSpooled spooled, FtmSchema schema)
    {
        (Id, Hash, Line, Schema, Caption, Told, _once) = ("", spooled.Id, spooled.Line, schema, "", "", null);
        _values.Clear();
        Datasets.Clear();
        Referents.Clear();
        Add(spooled);
    }

    /// <summary>Adds what another record of the same entity says.</summary>
    public void Merge(FtmSpooled other)
    {
        _once ??= [.. _values.Select(value => (value.Property, value.Value))];
        Add(other);
    }

    /// <summary>Whether there are values of a use.</summary>
    public bool Has(FtmUse use) => First(use) is not null;

    /// <summary>The first value of a use; null where there is none.</summary>
    public string? First(FtmUse use)
    {
        foreach (var value in _values)
            if (value.Use == use) return value.Value;
        return null;
    }

    /// <summary>The values of a use, in the order of the data.</summary>
    public List<string> Of(FtmUse use)
    {
        var found = new List<string>();
        foreach (var value in _values)
            if (value.Use == use) found.Add(value.Value);
        return found;
    }

    /// <summary>The one value that there is of a use; null where there is none, or there are several.</summary>
    public string? Only(FtmUse use, out bool areMore)
    {
        string? only = null;
        areMore = false;
        foreach (var value in _values)
        {
            if (value.Use != use) continue;
            areMore |= only is not null && only != value.Value;
            only ??= value.Value;
        }
        return areMore ? null : only;
    }

    /// <summary>Whether a link names several at one of its ends.</summary>
    public bool IsOfSeveral => _isOfSeveral ??= AreSeveral(FtmUse.From) || AreSeveral(FtmUse.To);

    /// <summary>Each value with its property, its use and what more the table says of it.</summary>
    public IEnumerable<(string Property, FtmUse Use, string Detail, string Value)> All()
    {
        foreach (var (property, use, value) in _values) yield return (model.NameOf(property), use, Schema.DetailOf(property), value);
    }

    private bool AreSeveral(FtmUse use)
    {
        Only(use, out var areMore);
        return areMore;
    }

    private void Add(FtmSpooled spooled)
    {
        _isOfSeveral = null;
        var seen = "";
        for (var rest = spooled.Fields; FtmDraft.TryNext(ref rest, out var tag, out var text);)
        {
            switch (tag)
            {
                case FtmDraft.Id when Id.Length > 0: break;
                case FtmDraft.Id: Id = Encoding.UTF8.GetString(text); break;
                case FtmDraft.Caption when Caption.Length > 0: break;
                case FtmDraft.Caption: Caption = Encoding.UTF8.GetString(text); break;
                case FtmDraft.Dataset: Once(Datasets, texts.Of(text)); break;
                case FtmDraft.Referent: Once(Referents, Encoding.UTF8.GetString(text)); break;
                case FtmDraft.Changed: Later(Encoding.UTF8.GetString(text)); break;
                case FtmDraft.Seen: seen = Encoding.UTF8.GetString(text); break;
                default:
                    var use = Schema.UseOf(tag);
                    if (use is FtmUse.None or FtmUse.Reverse) break;
                    var value = use is FtmUse.Role or FtmUse.Status or FtmUse.Jurisdiction or FtmUse.Country or FtmUse.Nationality ? texts.Of(text) : Encoding.UTF8.GetString(text);
                    if (_once is null || _once.Add((tag, value))) _values.Add((tag, use, value));
                    break;
            }
        }
        if (Told.Length == 0) Told = seen;
    }

    // What is told later is told of all that was put together.
    private void Later(string told)
    {
        if (string.CompareOrdinal(told, Told) > 0) Told = told;
    }

    private static void Once(List<string> list, string value)
    {
        if (!list.Contains(value)) list.Add(value);
    }
}

/// <summary>Texts that come again and again, each made a string once.</summary>
internal sealed class FtmTexts
{
    // Of a file that words everything anew nothing is gained by keeping more.
    private const int Most = 1 << 14;
    private readonly Dictionary<ulong, string> _known = [];

    public string Of(ReadOnlySpan<byte> text)
    {
        var key = XxHash3.HashToUInt64(text);
        if (_known.TryGetValue(key, out var known) && Encoding.UTF8.GetByteCount(known) == text.Length) return known;
        known = Encoding.UTF8.GetString(text);
        if (_known.Count < Most) _known[key] = known;
        return known;
    }
}
