using Assay.Formats.Mappings;

namespace Assay.Formats.Imports;

/// <summary>Takes files of other formats into packs.</summary>
public static class Import
{
    private static readonly ImportFormat[] s_formats =
    [
        new("gleif", "LEI-CDF, RR-CDF and reporting exceptions of the Global LEI System, CSV or XML", Gleif.GleifReader.Read),
        new("bods", "statements of the Beneficial Ownership Data Standard 0.4, or of 0.2 and 0.3, as JSON or JSON lines", Bods.BodsReader.Read),
        new("ftm", "FollowTheMoney JSON lines, delta files too", FollowTheMoney.FtmReader.Read),
    ];

    /// <summary>The formats, by name, each with what it is.</summary>
    public static IReadOnlyList<(string Name, string Title)> Formats { get; } = [.. s_formats.Select(format => (format.Name, format.Title)), (MappedTables.Name, MappedTables.Title)];

    /// <summary>Imports files into a pack.</summary>
    /// <param name="format">The name of their format.</param>
    /// <param name="plan">The files and the pack.</param>
    /// <param name="progress">Told of how far it has come.</param>
    /// <param name="cancellation">Stops it; a later run of the same plan goes on.</param>
    /// <exception cref="ImportException">A file cannot be read to its end, or the pack cannot be used; nothing of the pack was changed.</exception>
    /// <exception cref="InvalidDataFileException">A pack that it may build on cannot be read.</exception>
    /// <exception cref="IOException">Something could not be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the rows of finished files are kept.</exception>
    public static ImportResult Run(string format, ImportPlan plan, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ImportRun.Run(plan, format == MappedTables.Name ? MappedTables.By(plan.Mapping, plan.Files) : s_formats.First(known => known.Name == format), progress, cancellation);
    }
}
