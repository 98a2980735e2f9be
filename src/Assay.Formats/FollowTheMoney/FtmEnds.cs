using System.Text;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Whom a link names.</summary>
/// <param name="Id">The id in the record.</param>
/// <param name="Schema">What it is; null where the file does not describe it.</param>
internal readonly record struct FtmEnd(string Id, FtmSchema? Schema);

/// <summary>Finds what the ids of a file stand for in the record.</summary>
internal sealed class FtmEnds(FtmIntake intake, FtmTally tally)
{
    /// <summary>The id in the record of an entity that the file describes.</summary>
    public string IdOf(FtmRecord record) => IdOf(record.Id, record.Hash);

    /// <summary>The id in the record of a link, or anything else that is known by its id alone.</summary>
    public static string PlainId(string id) => ImportedId.Of("ftm", id);

    /// <summary>
    /// What a value of a link's property names. What the file does not describe may be described by another, and is named all the same; null for what it
    /// describes as something that the record has no place for.
    /// </summary>
    public FtmEnd? Find(string value, int line)
    {
        Span<byte> small = stackalloc byte[256];
        var length = Encoding.UTF8.GetByteCount(value);
        var bytes = length <= small.Length ? small[..length] : new byte[length];
        Encoding.UTF8.GetBytes(value, bytes);
        var hash = FtmDraft.HashOf(bytes);
        if (!intake.Index.TryFind(hash, out var schema))
        {
            tally.Add("names of entities in links that the file does not describe", line);
            return new FtmEnd(PlainId(value), null);
        }
        if (schema is { IsThing: true }) return new FtmEnd(IdOf(value, hash), schema);
        tally.Add($"links to entities that the record has no place for: {schema?.Name ?? "of a schema that is not the standard's"}", line);
        return null;
    }

    private string IdOf(string id, UInt128 hash) => intake.LeiOf(hash) is { } lei ? ImportedId.Of("lei", lei.ToString()) : PlainId(id);
}
