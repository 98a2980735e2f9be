using System.Security.Cryptography;

namespace Assay.Storage;

/// <summary>New ids, which nobody can guess or count.</summary>
internal static class NewId
{
    // Without vowels, so that none is a word, and without letters and digits that look alike.
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    /// <summary>For addresses: 10 letters, about 47 bits.</summary>
    public static string Short() => RandomNumberGenerator.GetString(Letters, 10);
}
