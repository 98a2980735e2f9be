using System.Runtime.CompilerServices;
using Xunit;

namespace Assay.Tests.Publishing;

/// <summary>Compares with a kept file; <c>ASSAY_UPDATE_GOLDEN=1</c> writes it anew.</summary>
internal static class Golden
{
    public static void Same(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is missing: run the tests with ASSAY_UPDATE_GOLDEN=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
