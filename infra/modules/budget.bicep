@description('Short name of the council.')
param name string

@description('What may be spent in a month, in the currency of the subscription.')
param amount int

@description('The first day of the month in which the budget begins.')
param startDate string

@description('Who is written to.')
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'quorate-${name}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      fourFifthsSpent: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 80, thresholdType: 'Actual', contactEmails: emails }
      allWillBeSpent: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 100, thresholdType: 'Forecasted', contactEmails: emails }
    }
  }
}
