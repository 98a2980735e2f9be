namespace Assay.Formats.FollowTheMoney;

/// <summary>The note of a row: what the data describes, then each text as it was written of which the cells hold less.</summary>
internal sealed class FtmNote
{
    private const int Longest = 1000;
    private readonly List<string> _parts = [];

    public FtmNote(IEnumerable<string> descriptions) => _parts.AddRange(descriptions);

    private FtmNote(FtmNote other) => _parts.AddRange(other._parts);

    /// <summary>Texts of a property, as they were written.</summary>
    public void Add(string property, IEnumerable<string> values) => _parts.Add($"{property}: {string.Join(", ", values)}");

    /// <summary>The same, for another row of the link.</summary>
    public FtmNote Copy() => new(this);

    /// <summary>The cell.</summary>
    public override string ToString()
    {
        if (_parts.Count == 0) return "";
        var text = _parts.Count == 1 ? _parts[0] : string.Join("; ", _parts.Distinct(StringComparer.Ordinal));
        return text.Length <= Longest ? text : $"{text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)]}…";
    }
}
