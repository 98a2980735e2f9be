using System.Text;

namespace Assay.Formats.FollowTheMoney;

/// <summary>An entity with all that is read of it, from one record or from several that were put together.</summary>
internal sealed class FtmRecord(FtmModel model)
{
    private readonly List<(int Property, string Value)> _values = [];
    private HashSet<(int, string)>? _once;

    public required string Id { get; init; }

    public required UInt128 Hash { get; init; }

    public required int Line { get; init; }

    public required FtmSchema Schema { get; set; }

    /// <summary>The name that the data gives it beside its properties; empty where there is none.</summary>
    public string Caption { get; private set; } = "";

    /// <summary>When what is said of it last changed, else when its source was last seen to say so; empty where that is not told.</summary>
    public string Told { get; private set; } = "";

    public List<string> Datasets { get; } = [];

    public List<string> Referents { get; } = [];

    /// <summary>A record out of the spool.</summary>
    public static FtmRecord Of(FtmSpooled spooled, FtmModel model, FtmSchema schema)
    {
        var id = "";
        for (var rest = spooled.Fields; FtmDraft.TryNext(ref rest, out var tag, out var text);)
            if (tag == FtmDraft.Id) id = Encoding.UTF8.GetString(text);
        var record = new FtmRecord(model) { Id = id, Hash = spooled.Id, Line = spooled.Line, Schema = schema };
        record.Add(spooled);
        return record;
    }

    /// <summary>Adds what another record of the same entity says.</summary>
    public void Merge(FtmSpooled other)
    {
        _once ??= [.. _values];
        Add(other);
    }

    /// <summary>The values of a use, in the order of the data.</summary>
    public IEnumerable<string> Of(FtmUse use)
    {
        foreach (var (property, value) in _values)
            if (Schema.UseOf(property) == use) yield return value;
    }

    /// <summary>Whether there are several values of a use, or the one there is.</summary>
    public string? Only(FtmUse use, out bool areMore)
    {
        string? only = null;
        areMore = false;
        foreach (var value in Of(use))
        {
            areMore |= only is not null && only != value;
            only ??= value;
        }
        return areMore ? null : only;
    }

    /// <summary>Each value with its property, its use and what more the table says of it.</summary>
    public IEnumerable<(string Property, FtmUse Use, string Detail, string Value)> All()
    {
        foreach (var (property, value) in _values) yield return (model.NameOf(property), Schema.UseOf(property), Schema.DetailOf(property), value);
    }

    private void Add(FtmSpooled spooled)
    {
        for (var rest = spooled.Fields; FtmDraft.TryNext(ref rest, out var tag, out var text);)
        {
            switch (tag)
            {
                case FtmDraft.Id: break;
                case FtmDraft.Caption when Caption.Length > 0: break;
                case FtmDraft.Caption: Caption = Encoding.UTF8.GetString(text); break;
                case FtmDraft.Dataset: Once(Datasets, text); break;
                case FtmDraft.Referent: Once(Referents, text); break;
                case FtmDraft.Changed: Later(Encoding.UTF8.GetString(text)); break;
                case FtmDraft.Seen: break;
                default:
                    if (Schema.UseOf(tag) is FtmUse.None or FtmUse.Reverse) break;
                    var value = (tag, Encoding.UTF8.GetString(text));
                    if (_once is null || _once.Add(value)) _values.Add(value);
                    break;
            }
        }
        if (Told.Length > 0) return;
        for (var rest = spooled.Fields; FtmDraft.TryNext(ref rest, out var tag, out var text);)
            if (tag == FtmDraft.Seen) Told = Encoding.UTF8.GetString(text);
    }

    // What is told later is told of all that was put together.
    private void Later(string told)
    {
        if (string.CompareOrdinal(told, Told) > 0) Told = told;
    }

    private static void Once(List<string> list, ReadOnlySpan<byte> text)
    {
        var value = Encoding.UTF8.GetString(text);
        if (!list.Contains(value)) list.Add(value);
    }
}
