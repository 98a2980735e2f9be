using System.Text;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>The texts of a register. Safe to share between threads.</summary>
internal sealed class RegisterTexts(Snapshot snapshot, int pieces)
{
    private const int UnitsBits = RegisterFormat.TextPieceBits - 3;
    private readonly Lazy<ReadOnlyMemory<byte>>[] _pieces =
        [.. Enumerable.Range(0, pieces).Select(piece => new Lazy<ReadOnlyMemory<byte>>(() => snapshot.Get<byte>(RegisterFormat.Piece(RegisterFormat.Texts, piece)), LazyThreadSafetyMode.PublicationOnly))];

    /// <summary>The text at a place.</summary>
    /// <exception cref="SnapshotException">None begins there.</exception>
    public string this[uint place]
    {
        get
        {
            if (place == 0) return "";
            var piece = (int)(place >> UnitsBits);
            var offset = (int)(place & ((1u << UnitsBits) - 1)) * RegisterFormat.TextUnit;
            if (piece >= _pieces.Length) throw Astray(place);
            var bytes = _pieces[piece].Value.Span;
            if (offset >= bytes.Length || !TextRecord.Read(bytes[offset..], out var text)) throw Astray(place);
            return Encoding.UTF8.GetString(text);
        }
    }

    private SnapshotException Astray(uint place)
    {
        var section = RegisterFormat.Piece(RegisterFormat.Texts, Math.Min((int)(place >> UnitsBits), _pieces.Length - 1));
        return new SnapshotException($"No text begins at place {place}", section, snapshot.OffsetOf(section));
    }
}
