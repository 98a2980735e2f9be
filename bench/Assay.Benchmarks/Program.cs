using Assay.Benchmarks;

// "articles": how many a second; anything else goes to BenchmarkDotNet.
if (args is ["articles"]) ArticleThroughput.Run();
else BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
