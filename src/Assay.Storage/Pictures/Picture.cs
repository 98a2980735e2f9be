namespace Assay.Storage.Pictures;

/// <summary>A picture of an article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Draft">The draft it belongs to.</param>
/// <param name="Article">The article that the draft was published as; null: not yet, and only the desk may see it.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Alt">What it shows, for those who don't see it.</param>
/// <param name="Credit">Whose it is; empty if not known.</param>
/// <param name="Url">Where it comes from; empty if not known.</param>
/// <param name="Added">When it was added.</param>
/// <param name="AddedBy">By whom.</param>
public sealed record Picture(string Id, string Draft, string? Article, string Type, string Alt, string Credit, string Url, DateTimeOffset Added, string AddedBy)
{
    /// <summary>How many bytes a picture may have: 2 MB.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The media type that the bytes themselves tell: PNG, JPEG, WebP or GIF; null: none of these.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
