using System.Runtime.CompilerServices;
using System.Text;
using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>Makes edges of the entities of one block of JSON lines after the other.</summary>
internal sealed class FtmReader(FtmRun run) : BlockReader
{
    private const string Ended = "ownerships that have ended";
    private const string Endless = "ownerships without an owner or an asset";
    private const string Unread = "shares of ownerships, written as";

    /// <summary>What can own or be owned: the schema's legal entities and assets.</summary>
    private static readonly byte[][] s_entities =
        [.. new[] { "Company", "Person", "LegalEntity", "Organization", "PublicBody", "Asset", "Security", "Vessel", "Airplane", "Vehicle", "RealEstate", "BankAccount", "Contract", "License" }.Select(Encoding.UTF8.GetBytes)];

    private readonly JsonPlaces _places = new();
    private readonly FtmLine _line = new();
    private readonly EdgeBlock _edges = new();
    private readonly LeftOut _leftOut = new();
    private int _fault;

    /// <inheritdoc/>
    public override void Take(int firstLine) => run.Take(_edges, RowCount, _leftOut);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Read(CsvBlock block)
    {
        _edges.Clear();
        _leftOut.Clear();
        _fault = 0;
        var bytes = block.Bytes;
        _places.Find(bytes);
        if (_places.BadText >= 0) Problems.Add(FileProblems.Encoding(run.File, bytes, 0));
        GoesOn = _places.BadText < 0;
        var tokens = _places.Tokens;
        for (var token = 0; token < tokens.Length; token++)
        {
            // Lines with nothing on them are none.
            if (bytes[tokens[token]] != '\n') Read(bytes, ref token);
            LineCount++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(ReadOnlySpan<byte> bytes, ref int token)
    {
        RowCount++;
        var start = _places.Tokens[token];
        var fault = _line.Read(bytes, _places, ref token);
        var end = _places.Tokens[token];
        // A fault within a string comes before one that it leads to.
        if (_fault < _places.Faults.Count && _places.Faults[_fault] <= end)
        {
            fault = fault < 0 ? _places.Faults[_fault] : Math.Min(fault, _places.Faults[_fault]);
            while (_fault < _places.Faults.Count && _places.Faults[_fault] <= end) _fault++;
        }
        if (fault >= 0) Report(bytes, fault, "bad-json", fault == end ? "the end of the line" : ByteText.Quote(bytes[fault..Math.Min(end, fault + 20)]), "a JSON object on a line of its own, at most 64 deep", "look whether the line was cut off, and whether the file has one object a line");
        else if (!_line.IdText.Exists || !_line.SchemaText.Exists) Report(bytes, start, "no-entity", $"no {(_line.IdText.Exists ? "schema" : "id")}", "an entity of FollowTheMoney, with id and schema", "look whether it is the right file");
        else Read(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(ReadOnlySpan<byte> bytes)
    {
        var schema = _line.SchemaText.Of(bytes, out _);
        if (schema.SequenceEqual("Ownership"u8)) ReadOwnership(bytes);
        else if (IsEntity(schema)) AddId(_line.IdText, bytes);
        else _leftOut.Add("schema", schema);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadOwnership(ReadOnlySpan<byte> bytes)
    {
        if (_line.Owners.Count == 0 || _line.Assets.Count == 0)
        {
            _leftOut.Add(Endless);
            return;
        }
        if (_line.EndDates.Count > 0)
        {
            _leftOut.Add(Ended);
            return;
        }
        var (low, high) = Share(bytes);
        // Of several owners or assets nobody knows whether each has the share or all have it together.
        if (_line.Owners.Count > 1 || _line.Assets.Count > 1) low = 0;
        var places = _edges.Ids.Count;
        foreach (var owner in _line.Owners)
            if (!AddId(owner, bytes)) return;
        foreach (var asset in _line.Assets)
            if (!AddId(asset, bytes)) return;
        for (var owner = 0; owner < _line.Owners.Count; owner++)
            for (var asset = 0; asset < _line.Assets.Count; asset++)
                _edges.Add(places + owner, places + _line.Owners.Count + asset, low, high, 0);
    }

    /// <summary>The share, or from the least to the greatest of several; from nothing to the whole where none is known.</summary>
    private (double Low, double High) Share(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < _line.Percentages.Count; i++)
        {
            var text = _line.Percentages[i].Of(bytes, out _);
            if (!PercentageText.TryParse(text, out var least, out var most))
            {
                _leftOut.Add(Unread, text.Length > 40 ? text[..40] : text);
                return (0, 1);
            }
            (low, high) = i == 0 ? (least, most) : (Math.Min(low, least), Math.Max(high, most));
        }
        return (low, high);
    }

    private static bool IsEntity(ReadOnlySpan<byte> schema)
    {
        foreach (var entity in s_entities)
            if (schema.SequenceEqual(entity)) return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AddId(JsonText text, ReadOnlySpan<byte> bytes)
    {
        var id = text.Of(bytes, out var isText);
        if (isText && id.Length is > 0 and <= EntityIds.LongestId && id[0] != ' ' && id[^1] != ' ')
        {
            _edges.Ids.Add(id);
            return true;
        }
        var (code, found, expected, mend) = !isText ? ("not-text", "half of a pair of code units", "text", "correct the escape")
            : id.IsEmpty ? ("empty-cell", "an empty id", "an id", "fill it in")
            : id.Length > EntityIds.LongestId ? ("long-id", $"an id of {id.Length} bytes", $"at most {EntityIds.LongestId}", "look for a quote that is never closed")
            : ("stray-space", "a space at the edge of an id", "none", "delete it");
        Report(bytes, text.Start, code, found, expected, mend);
        return false;
    }

    private void Report(ReadOnlySpan<byte> bytes, int at, string code, string found, string expected, string mend)
    {
        var start = bytes[..at].LastIndexOf((byte)'\n') + 1;
        Problems.Add(new Problem(code, run.File, LineCount, Encoding.UTF8.GetCharCount(bytes[start..at]) + 1, found, expected, mend));
    }
}
