namespace Assay.Cli;

/// <summary>Where a verb writes: results to <see cref="Output"/>, everything else to <see cref="Error"/>.</summary>
/// <param name="Output">Standard output as text.</param>
/// <param name="Error">Standard error as text.</param>
/// <param name="Bytes">Standard output as bytes.</param>
/// <param name="ShowsProgress">Whether a person is watching standard error.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, Stream Bytes, bool ShowsProgress);
