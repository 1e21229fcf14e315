using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against what tells people that something is wrong.</summary>
internal static class OperationsSabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("Nobody hears of the API's errors", "prod Operations", "Alarms/ApiServerErrors", Sabotage.Gone),
        new("An alarm tells nobody", "prod Operations", "Alarms/ApiLatency", Set("/Properties/AlarmActions", "[]")),
        new("An alarm is switched off", "dev Operations", "Alarms/GetTermErrors", Set("/Properties/ActionsEnabled", "false")),
        new("An alarm waits for a thousand errors", "prod Operations", "Alarms/GetTermErrors", Set("/Properties/Threshold", "1000")),
        new("An alarm looks at a metric that nobody writes", "prod Operations", "Alarms/DeadLetters", Set("/Properties/MetricName", "\"NumberOfMessages\"")),
        new("An alarm looks at another function", "prod Operations", "Alarms/GetTermThrottles", Replace("/Properties", "Api-GetTerm", "Api-GetGlossary")),
        new("Throttles of the table go unseen", "prod Operations", "Alarms/TableReadThrottles", Sabotage.Gone),
        new("Messages about alarms are not encrypted", "prod Operations", "Notifications/Topic/Resource", Remove("/Properties/KmsMasterKeyId")),
        new("Anyone may raise an alarm", "prod Operations", "Notifications/Topic/Policy/Resource", Add(
            "/Properties/PolicyDocument/Statement", """{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}""")),
        new("Messages about alarms travel over plain HTTP", "dev Operations", "Notifications/Topic/Policy/Resource", Remove("/Properties/PolicyDocument/Statement/0")),
        new("Nobody is subscribed", "prod Operations", "Notifications/Email", Sabotage.Gone),
        new("The budget is a million", "prod Operations", "Budget/Budget", Set("/Properties/Budget/BudgetLimit/Amount", "1000000")),
        new("The dashboard is gone", "dev Operations", "Dashboard/Page", Sabotage.Gone),
        new("A saved query is gone", "prod Operations", "Queries/ColdStarts", Sabotage.Gone),
        new("Data events are not recorded", "full Operations", "DataEvents/Trail", Set("/Properties/IsLogging", "false")),
        new("The record of data events can be forged", "full Operations", "DataEvents/Trail", Set("/Properties/EnableLogFileValidation", "false")),
    ];
}
