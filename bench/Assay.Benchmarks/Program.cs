using Assay.Benchmarks;

// "articles": how many a second; "answers": how long each kind of question takes; anything else goes to BenchmarkDotNet.
if (args is ["articles"]) ArticleThroughput.Run();
else if (args is ["answers"]) AnswerTimes.Run();
else BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
