using Assay.Formats.Registers;

namespace Assay.Formats.Packs.Lint;

/// <summary>The descriptor lists the files that are there, each with the columns it has.</summary>
internal static class DescriptorCheck
{
    public static void Run(LintedPack pack)
    {
        if (!pack.Descriptor.IsRead) return;
        foreach (var resource in pack.Descriptor.Resources) Check(pack, resource);
        foreach (var file in pack.Files.Names())
            if (file != PackFiles.DescriptorName && !pack.Descriptor.Resources.Any(r => r.Path == file))
                pack.ReportDescriptor("resources", "unlisted-file", $"{file}, which is no resource", "a resource for each table", "list it or delete the file");
    }

    private static void Check(LintedPack pack, PackDescriptor.Resource resource)
    {
        if (resource.Path == RegisterFormat.FileName)
        {
            if (pack.Files.Register is null)
                pack.ReportDescriptor(resource.Path, "missing-file", $"no file '{resource.Path}'", "the file of the resource", "import it again or remove the resource");
            return;
        }
        if (TableFormat.Find(resource.Name) is not { } table || resource.Path != table.File)
        {
            pack.ReportDescriptor(resource.Path, "unknown-table", $"the resource '{resource.Name}' in '{resource.Path}'", "a table of the format in a file of its name", "rename the resource and its file, or remove it");
            return;
        }
        if (pack.Files[resource.Path] is null)
            pack.ReportDescriptor(resource.Path, "missing-file", $"no file '{resource.Path}'", "the file of the resource", "add the file or remove the resource");
        if (!resource.Fields.SequenceEqual(table.Columns))
            pack.ReportDescriptor(resource.Path, "descriptor-fields", $"the fields {string.Join(',', resource.Fields)}", string.Join(',', table.Columns), "list the columns of the format, in its order");
    }
}
