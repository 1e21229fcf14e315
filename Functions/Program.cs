using Lexicon.Functions;

await Function.FromEnvironment().Build().RunAsync();
