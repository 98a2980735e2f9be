namespace Assay.Evidence;

/// <summary>A pack that is loaded, so that a result can say exactly what it rests on.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">SHA-256 over its files, lower-case hexadecimal.</param>
public sealed record PackVersion(string Name, string Title, string Version, string Sha256)
{
    /// <summary>The format that it was imported from; empty: it was made by hand.</summary>
    public string Imported { get; init; } = "";
}
