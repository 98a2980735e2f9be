using System.Xml;
using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>
/// The bytes of an XML file, refused where none of them is <c>&lt;</c> for too long: a name, an attribute or a text without end would otherwise be held in memory
/// before anybody could look at it.
/// </summary>
internal sealed class MarkupLimit(Stream stream) : ReadingStream
{
    /// <summary>So many bytes may stand between one <c>&lt;</c> and the next.</summary>
    public const int Longest = 1 << 22;

    private long _since;

    /// <exception cref="XmlException">There is no <c>&lt;</c> for too long.</exception>
    public override int Read(Span<byte> buffer)
    {
        var many = stream.Read(buffer);
        var last = buffer[..many].LastIndexOf((byte)'<');
        _since = last < 0 ? _since + many : many - last;
        // A long buffer may hide a long stretch, but no longer one than the buffer itself.
        return _since <= Longest ? many : throw new XmlException($"more than {Longest} bytes of one text or tag");
    }
}
