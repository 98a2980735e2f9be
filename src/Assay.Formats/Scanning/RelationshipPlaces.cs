using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>Where the columns wanted stand in a file, by its header. Immutable.</summary>
internal sealed class RelationshipPlaces
{
    private readonly string[] _header;

    private RelationshipPlaces(string[] header, RelationshipColumns columns)
    {
        _header = header;
        (Owner, Asset) = (Find(columns.Owner), Find(columns.Asset));
        Kind = columns.Kind is null ? -1 : Find(columns.Kind);
        Kinds = Words.Of(columns.Kinds);
        Shares = [.. columns.Shares.Where(share => Find(share.Column) >= 0).Select(share => new SharePlace(Find(share.Column), Filters(share.Where)))];
        Where = Filters(columns.Where);
    }

    public int CellCount => _header.Length;

    public int Owner { get; }

    public int Asset { get; }

    /// <summary>-1 where all are of one kind.</summary>
    public int Kind { get; }

    public Words Kinds { get; }

    public ImmutableArray<SharePlace> Shares { get; }

    public ImmutableArray<FilterPlace> Where { get; }

    /// <summary>The heading of a column.</summary>
    public string this[int cell] => _header[cell];

    /// <summary>Reads the header; reports what is wrong with it.</summary>
    public static RelationshipPlaces Of(string file, CsvRow row, RelationshipColumns columns, GraphProblems problems)
    {
        var header = new string[row.CellCount];
        for (var i = 0; i < header.Length; i++) header[i] = Encoding.UTF8.GetString(row[i]).Trim();
        var places = new RelationshipPlaces(header, columns);
        IEnumerable<string> wanted =
        [
            columns.Owner, columns.Asset, .. columns.Kind is null ? Array.Empty<string>() : [columns.Kind],
            .. columns.Shares.Where(share => places.Find(share.Column) >= 0).SelectMany(share => share.Where).Concat(columns.Where).Where(filter => !filter.IsOptional).Select(filter => filter.Column),
        ];
        var missing = wanted.Distinct().Where(column => places.Find(column) < 0).ToList();
        if (missing.Count > 0) problems.Add(new Problem("bad-header", file, 1, 0, $"no column {string.Join(", ", missing)}", "the columns of the format", "look whether it is the right file, and whether its first line names the columns"));
        var used = wanted.Concat(columns.Where.Select(filter => filter.Column)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var twice = header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1 && used.Contains(group.Key))?.Key;
        if (twice is not null) problems.Add(new Problem("bad-header", file, 1, 0, $"two columns {twice}", "each column once", "rename or delete one"));
        return places;
    }

    private int Find(string column) => Array.FindIndex(_header, name => name.Equals(column, StringComparison.OrdinalIgnoreCase));

    private ImmutableArray<FilterPlace> Filters(ImmutableArray<RowFilter> filters) =>
        [.. filters.Where(filter => Find(filter.Column) >= 0).Select(filter => new FilterPlace(Find(filter.Column), Words.Of(filter.Words), filter.Keeps))];
}

/// <summary>Some words of ASCII, found among bytes in small or large letters.</summary>
internal sealed class Words
{
    private readonly byte[][] _words;

    /// <summary>A bit for each length, modulo 64, that one of them has.</summary>
    private readonly ulong _lengths;

    private Words(byte[][] words)
    {
        _words = words;
        foreach (var word in words) _lengths |= 1UL << (word.Length & 63);
    }

    public static Words Of(ImmutableArray<string> words) => new([.. words.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>The place of a word; -1 where it is none of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < _words.Length; i++)
            if (text.SequenceEqual(_words[i])) return i;
        return (_lengths >> (text.Length & 63) & 1) == 0 ? -1 : FindSlowly(text);
    }

    private int FindSlowly(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < _words.Length; i++)
            if (Ascii.EqualsIgnoreCase(text, _words[i])) return i;
        return -1;
    }
}

/// <summary>A filter by the place of its column.</summary>
internal sealed record FilterPlace(int Cell, Words Words, bool Keeps)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Passes(CsvRow row) => Words.Find(row.Bare(Cell)) >= 0 == Keeps;
}

/// <summary>A column of shares by its place.</summary>
internal sealed record SharePlace(int Cell, ImmutableArray<FilterPlace> Where);
