using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Registers;

namespace Assay.Formats.Packs.Lint;

/// <summary>
/// Of a register what is cheap, however large it is: that no entity is defined in another pack too, and what the first rows of each table name. Each row was
/// read when the register was written; sums, contradictions and what later rows name are left out.
/// </summary>
internal static class RegisterCheck
{
    private const int Looked = 1000;

    public static void Run(LintedPack pack)
    {
        if (pack.Register is not { } register) return;
        // What is imported may have an id that others have too: both are read as one.
        foreach (var entity in pack.Everywhere.OfType<Entity>().Where(entity => pack.Descriptor.Imported.Length == 0 && register.RowsOfKey($"entities/{entity.EntityId}") > 0))
            pack.ReportDescriptor("register", "duplicate-id", $"'{entity.EntityId}' in the register, and at {entity.Place}", "an entity that one pack defines", "leave it out of the import, or out of the other pack");
        foreach (var row in register.First(Looked))
        {
            foreach (var (column, referent, id) in ReferenceCheck.References(row).Concat(row.Sources.Select(source => ("sources", Referent.Source, source.Value))))
                if (id.Length > 0 && !pack.Knows(referent, id)) pack.ReportStored(row, "unknown-id", $"'{id}' as {column} of {row.Id}", $"something that the register or a pack it builds on defines", "import what defines it");
        }
    }

    /// <summary>What is not checked of a register, in words; null: nothing.</summary>
    public static string? LeftOut(Register register)
    {
        var rest = register.Tables.Sum(table => Math.Max(0L, table.Rows - Looked));
        return rest == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{register.Pack}: of the register, what {rest:N0} rows name is not checked, nor sums and contradictions; each row by itself was when it was imported");
    }
}
