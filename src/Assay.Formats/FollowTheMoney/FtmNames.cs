using System.IO.Hashing;
using System.Text;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Names of properties by their UTF-8 bytes, each made a string once; and how often each was left out.</summary>
internal sealed class FtmNames
{
    // A file with more names than the standard has a few hundred of is none; what lies beyond is one name.
    private const int Most = 4000;
    private readonly Dictionary<ulong, FtmProperty> _known = [];
    private readonly FtmProperty _beyond;

    public FtmNames(FtmModel model)
    {
        foreach (var (number, name) in model.PropertyNames.Index()) _known.Add(XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name)), new FtmProperty(name, number));
        _beyond = new FtmProperty("beyond the first 4000 names", int.MaxValue);
    }

    /// <summary>The property of that name.</summary>
    public FtmProperty Of(ReadOnlySpan<byte> name)
    {
        var key = XxHash3.HashToUInt64(name);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= Most) return _beyond;
        var text = Encoding.UTF8.GetString(name[..Math.Min(name.Length, 60)]);
        return _known[key] = new FtmProperty(text, _known.Count);
    }
}
