using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>A column while a register is written: the places of its texts, or the lines of rows.</summary>
internal sealed class ColumnWriter(string name, bool isText, string path) : IDisposable
{
    private const int MostWords = 1 << 16;
    private readonly Spill<uint> _numbers = new(path);
    private string _last = "";
    private uint _lastPlace;
    private uint _first;
    private bool _isSame = true;
    private bool _isStep = true;

    public void Add(string text, TextPool pool)
    {
        // Cells of one column are often those of the row before.
        if (text != _last) (_last, _lastPlace) = (text, pool.PlaceOf(text));
        Add(_lastPlace);
    }

    public void Add(uint number)
    {
        if (_numbers.Count == 0) _first = number;
        _isSame &= number == _first;
        _isStep &= number == _first + _numbers.Count;
        _numbers.Add(number);
    }

    /// <summary>Writes the column.</summary>
    public CatalogColumn WriteTo(SnapshotWriter writer, int pieceBits, string codes, string words, CancellationToken cancellation)
    {
        if (_isSame) return new CatalogColumn(name, ColumnCoding.Same, 0, _first);
        if (!isText && _isStep) return new CatalogColumn(name, ColumnCoding.Steps, 0, _first);
        var numbers = isText ? NumbersOfWords(cancellation) : null;
        if (numbers is null)
        {
            Write<uint>(writer, codes, pieceBits, number => number, cancellation);
            return new CatalogColumn(name, isText ? ColumnCoding.Places : ColumnCoding.Numbers, 0, 0);
        }
        var all = new uint[numbers.Count];
        foreach (var (place, number) in numbers) all[number] = place;
        writer.Add<uint>(words, all, cancellation);
        if (all.Length <= 256) Write(writer, codes, pieceBits, place => (byte)numbers[place], cancellation);
        else Write(writer, codes, pieceBits, place => (ushort)numbers[place], cancellation);
        return new CatalogColumn(name, all.Length <= 256 ? ColumnCoding.Bytes : ColumnCoding.Shorts, all.Length, 0);
    }

    public void Dispose() => _numbers.Dispose();

    private Dictionary<uint, int>? NumbersOfWords(CancellationToken cancellation)
    {
        var numbers = new Dictionary<uint, int>();
        foreach (var part in _numbers.Read(1 << 16))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var place in part.Span)
                if (numbers.TryAdd(place, numbers.Count) && numbers.Count > MostWords) return null;
        }
        return numbers;
    }

    private void Write<T>(SnapshotWriter writer, string name, int pieceBits, Func<uint, T> code, CancellationToken cancellation) where T : unmanaged
    {
        var pieces = new PieceWriter<T>(writer, name, pieceBits);
        foreach (var part in _numbers.Read(1 << 16))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var number in part.Span) pieces.Add(code(number));
        }
        pieces.Finish();
    }
}
