-- What happened stays as it was written: the ledger is added to, never changed. Retention drops whole months.
revoke update, delete on ledger from balcao_app;
