namespace Assay.Tests.Packs;

/// <summary>Where the checkout lies, found from the folder the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(d => File.Exists(Path.Combine(d, "Assay.slnx"))) ?? throw new DirectoryNotFoundException("No checkout above the tests.");

    /// <summary>The researched tables that the packs were made from; null where they are not at hand.</summary>
    public static string? SharedEvidence { get; } =
        Above(d => Directory.Exists(Path.Combine(d, "shared", "evidence"))) is { } found ? Path.Combine(found, "shared", "evidence") : null;

    private static string? Above(Func<string, bool> holds)
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !holds(folder)) folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
