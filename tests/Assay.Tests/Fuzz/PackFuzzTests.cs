using System.Text;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Fuzz;

/// <summary>A pack with cells that somebody wrote nonsense into is refused with its problems, or can be asked like any other.</summary>
public sealed class PackFuzzTests
{
    private static readonly string[] Cells = ["", "0001", "0001-01-01", "9999-12-31", "9999", "2024-02-30", "0", "100", "-1", "1e9", "79228162514264337593543950335", "kz", "us", "\"", "a,b", "\u202e", "member", "plan", "unknown"];

    private static readonly string Text = File.ReadAllText(Checkout.PathOf("examples", "oil-in-whose-hands.txt"));

    [Fact]
    public void Cells_of_any_kind_are_reported_or_read() => FuzzRun.Over(6, random =>
    {
        var folder = Directory.CreateTempSubdirectory("assay-fuzz-");
        try
        {
            foreach (var file in Directory.GetFiles(Checkout.PathOf("packs", "kazakhstan")))
            {
                var target = Path.Combine(folder.FullName, Path.GetFileName(file));
                if (Path.GetExtension(file) != ".csv" || random.Next(3) > 0) File.Copy(file, target);
                else File.WriteAllText(target, Shaken(File.ReadAllText(file), random), new UTF8Encoding(false));
            }
            EvidenceSnapshot evidence;
            try
            {
                evidence = EvidencePack.LoadAll([folder.FullName]);
            }
            catch (InvalidDataFileException error)
            {
                Assert.NotEmpty(error.Problems);
                return;
            }
            Assert.NotEmpty(new Assayer(evidence, RuleFiles.Default).Check(Article.FromText(Text)).Findings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    /// <summary>Cells after the first few columns, which name the row: most of these changes a pack's reader has to let pass.</summary>
    private static string Shaken(string csv, Random random)
    {
        var lines = csv.Split('\n');
        for (var times = random.Next(1, 4); times > 0 && lines.Length > 2; times--)
        {
            var line = random.Next(1, lines.Length);
            var cells = lines[line].Split(',');
            cells[random.Next(Math.Min(cells.Length, 2), Math.Max(cells.Length, 3)) % cells.Length] = Cells[random.Next(Cells.Length)];
            lines[line] = string.Join(',', cells);
        }
        return string.Join('\n', lines);
    }
}
