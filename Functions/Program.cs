using Lexicon.Functions;

await Function.FromEnvironment().RunAsync();
