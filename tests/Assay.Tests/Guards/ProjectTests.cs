using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Articles;
using Assay.Ownership;
using Assay.Reactions;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>Holds the projects to the table in <c>docs/tour.md</c>: what each may know.</summary>
public sealed partial class ProjectTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Assay.Ownership"] = [],
        ["Assay.Reactions"] = [],
        ["Assay"] = ["Assay.Ownership"],
        ["Assay.Formats"] = ["Assay"],
        ["Assay.Storage"] = ["Assay", "Assay.Formats"],
        ["Assay.Publishing"] = ["Assay", "Assay.Formats", "Assay.Storage"],
        ["Assay.Web"] = ["Assay", "Assay.Formats", "Assay.Storage", "Assay.Publishing", "Assay.Reactions"],
        ["Assay.Cli"] = ["Assay", "Assay.Formats", "Assay.Storage", "Assay.Publishing", "Assay.Reactions", "Assay.Web"],
    };

    public static IEnumerable<TheoryDataRow<string>> Projects() =>
        Directory.GetDirectories(Checkout.PathOf("src")).Select(folder => new TheoryDataRow<string>(Path.GetFileName(folder)!));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may_know(string project)
    {
        var file = XDocument.Load(Checkout.PathOf("src", project, project + ".csproj"));
        var referenced = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Assert.Empty(referenced.Except(MayReference[project]));
    }

    [Fact]
    public void The_core_and_the_libraries_of_numbers_use_no_package()
    {
        foreach (var project in (string[])["Assay", "Assay.Ownership", "Assay.Reactions"])
            Assert.Empty(XDocument.Load(Checkout.PathOf("src", project, project + ".csproj")).Descendants("PackageReference"));
    }

    [Fact]
    public void The_core_is_linked_to_nothing_that_reads_writes_or_waits()
    {
        string[] forbidden = ["System.IO", "System.Net", "System.Console", "System.Diagnostics.Process", "System.Threading", "System.Xml", "Microsoft"];
        foreach (var assembly in (System.Reflection.Assembly[])[typeof(Article).Assembly, typeof(OwnershipGraph).Assembly, typeof(ReactionScores).Assembly])
        {
            // The libraries of numbers share their sums among threads; the answer is the same on any number of them.
            var mayShare = assembly != typeof(Article).Assembly;
            var linked = assembly.GetReferencedAssemblies().Select(name => name.Name!)
                .Where(name => !name.StartsWith("System.Threading", StringComparison.Ordinal) || (!mayShare && (name != "System.Threading" || !OnlyLocks(assembly))));
            Assert.DoesNotContain(linked, name => forbidden.Any(word => name == word || name.StartsWith(word + ".", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_core_reads_no_file_no_clock_and_waits_for_nothing()
    {
        foreach (var file in Sources("Assay", "Assay.Ownership", "Assay.Reactions"))
            Assert.DoesNotMatch(Impure(), Code(file).Replace("Environment.ProcessorCount", "", StringComparison.Ordinal));
    }

    [Fact]
    public void No_source_file_outgrows_its_idea()
    {
        var tooLong = Sources([.. MayReference.Keys]).Where(file => File.ReadLines(file).Count() > 500).Select(Path.GetFileName);
        Assert.Empty(tooLong);
    }

    /// <summary>The C# files of these projects, generated ones left out.</summary>
    internal static IEnumerable<string> Sources(params string[] projects) => projects
        .Select(project => Checkout.PathOf("src", project)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>A file without its comments.</summary>
    internal static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    private static bool OnlyLocks(System.Reflection.Assembly assembly) => assembly.GetTypes().All(type => !typeof(IAsyncResult).IsAssignableFrom(type));

    [GeneratedRegex(@"\b(System\.IO|System\.Net|File\.|Directory\.|Path\.|Console\.|Environment\.|HttpClient|Stream\b|async|await|Task<|DateTime\.(Now|UtcNow|Today)|TimeProvider|Random\b|Guid\.New)")]
    private static partial Regex Impure();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
