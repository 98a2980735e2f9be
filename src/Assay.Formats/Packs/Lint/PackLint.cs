namespace Assay.Formats.Packs.Lint;

/// <summary>Finds everything that is wrong in a pack, in one run. Every code is described in <c>docs/formats/packs.md</c>.</summary>
public static class PackLint
{
    private static readonly Action<LintedPack>[] s_checks =
    [
        DescriptorCheck.Run, ReferenceCheck.Run, UniquenessCheck.Run, TimeCheck.Run, StakeCheck.Run, EntityCheck.Run,
        AgreementCheck.Run, UseCheck.Run, PartsCheck.Run, PartsCycleCheck.Run, RankingCheck.Run, CompletenessCheck.Run, ContradictionCheck.Run,
        RegisterCheck.Run,
    ];

    /// <summary>Checks the pack in a folder, or every pack in the folders of a folder. The packs it builds on are read but not checked.</summary>
    /// <returns>All problems, in the order of the files; empty where there are none.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Problem> Check(string path) => Check(path, []);

    /// <summary>Checks the pack in a folder, or every pack in the folders of a folder. The packs it builds on are read but not checked.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="leftOut">Takes what was not checked, in words: most of a register, which may have millions of rows.</param>
    /// <returns>All problems, in the order of the files; empty where there are none.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Problem> Check(string path, ICollection<string> leftOut)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(leftOut);
        var packs = new PackSet();
        var named = packs.AddFolder(path);
        packs.Read();
        foreach (var pack in packs.Packs.Where(p => named.Contains(p.Files)))
            if (pack.Register is { } register && RegisterCheck.LeftOut(register) is { } words) leftOut.Add(words);
        return [.. packs.Packs.Where(p => named.Contains(p.Files)).SelectMany(p => Check(p, packs.Packs))];
    }

    /// <summary>Checks one pack among those it was read with.</summary>
    internal static IEnumerable<Problem> Check(PackContent pack, IReadOnlyList<PackContent> all)
    {
        var linted = new LintedPack(pack, all);
        foreach (var check in s_checks) check(linted);
        return pack.Problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column);
    }
}
