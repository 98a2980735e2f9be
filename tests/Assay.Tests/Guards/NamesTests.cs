using System.Text.RegularExpressions;
using Assay.Evidence;
using Assay.Formats.Packs;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>What an analyst knows is data: no state, company or person stands in the code.</summary>
public sealed class NamesTests
{
    private const int ShortestName = 5;

    [Fact]
    public void No_source_file_names_a_state_a_company_or_a_person()
    {
        var names = EvidencePack.Embedded().Entities
            .Where(entity => entity.Kind is EntityKind.State or EntityKind.Company or EntityKind.Person or EntityKind.Bloc)
            .Select(entity => entity.Name).Where(name => name.Length >= ShortestName).ToHashSet(StringComparer.Ordinal);
        var word = new Regex($@"\b({string.Join('|', names.OrderByDescending(name => name.Length).Select(Regex.Escape))})\b");
        var found = ProjectTests.Sources("Assay.Ownership", "Assay.Reactions", "Assay", "Assay.Formats", "Assay.Storage", "Assay.Publishing", "Assay.Cli", "Assay.Web")
            .SelectMany(file => word.Matches(ProjectTests.Code(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));
        Assert.Empty(found);
    }
}
